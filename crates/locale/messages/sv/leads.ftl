### Leads, and what becomes of them.

lead = Prospekt
lead-many = Prospekt
new-lead = Nytt prospekt
create-lead = Skapa prospekt
empty-lead = Inga prospekt än
empty-lead-text = Ett prospekt är någon som kanske blir kund. Ta reda på vad de vill ha och gör dem sedan till en person, ett företag och en affär. Skapa det första, eller importera en lista.

## Fields of a lead

lead-name = Namn
lead-company-name = Företag
lead-job-title = Befattning
lead-phones = Telefon
lead-emails = E-post
lead-addresses = Adress
lead-language = Språk
lead-text = Vad de vill ha
lead-status = Status
lead-owner = Ansvarig
lead-source = Källa
lead-campaign = Kampanj
lead-medium = Medium
lead-referrer = Kom från sidan
lead-told-by = Tipsad av
lead-status-since = I denna status sedan
lead-last-talk-at = Senaste samtal
lead-last-talk-by = Senaste samtal med
lead-converted-at = Konverterat
lead-person = Blev personen
lead-company = Blev företaget
lead-deal = Blev affären
lead-status-new = Nytt
lead-status-working = Bearbetas
lead-status-qualified = Kvalificerat
lead-status-not-interested = Inte intresserad
lead-status-converted = Konverterat

## Views of leads

view-leads = Öppna prospekt
view-new-leads = Nya prospekt

## Rules of leads

lead-needs-a-name = Ange ett namn, en e-postadress eller ett telefonnummer
lead-convert-from-card = Konvertera prospektet från dess kort, så att det blir en person
lead-stays-converted = Det här prospektet har konverterats. Ångra konverteringen för att arbeta vidare med det.

## Converting

convert = Konvertera
convert-title = Konvertera { $name }
convert-lead = Prospektet blir en person, med ett företag och en affär om du vill. Samtal, anteckningar, uppgifter och allt annat som har hänt följer med. Ett enda ångra tar tillbaka alltihop.
convert-person = Person
convert-new-person = En ny person: { $name }
convert-company = Företag
convert-new-company = Ett nytt företag
convert-no-company = Inget företag
convert-company-name = Det nya företagets namn
convert-deal = Skapa en affär
convert-needs-a-person = Välj vem prospektet blir
change-converted = Konverterade prospektet { $subject }
toast-converted = { $name } har konverterats. Ångra gör det till ett prospekt igen.
lead-was-converted = Konverterat
lead-already-converted = { $name } har redan konverterats
