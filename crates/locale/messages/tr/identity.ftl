### Çalışma alanları, kullanıcılar, oturum açma ve davetler.

identity-name-empty = Bir ad yazın.
identity-name-too-long = Ad en fazla { $most } karakter olabilir.
identity-email-unreadable = ayse@ornek.com gibi bir e-posta adresi yazın.
identity-email-taken = Bu e-posta adresini başka bir kullanıcı kullanıyor.
identity-language-unknown = Dillerden birini seçin.
identity-country-unknown = Bir ülke seçin.
identity-currency-unknown = Bir para birimi seçin.
identity-time-zone-unknown = Europe/Istanbul gibi bir saat dilimi seçin.
identity-choice-unknown = Seçeneklerden birini seçin.
identity-password-too-short = En az { $least } karakter kullanın.
identity-password-too-long = En fazla { $most } karakter kullanın.
identity-password-is-yours = Adınızdan ve e-posta adresinizden farklı bir parola seçin.
identity-password-common = Bu parolayı çok kişi kullandığı için ilk o denenir. Başka bir parola seçin.
identity-password-wrong = Parola yanlış.
identity-sign-in-wrong = E-posta adresi veya parola yanlış.
identity-sign-in-no-workspace = Hiçbir çalışma alanının üyesi değilsiniz. Bir yöneticiden sizi davet etmesini isteyin.
identity-sign-in-busy = Şu anda çok sayıda kişi oturum açıyor. Biraz sonra yeniden deneyin.
identity-already-set-up = Kartotek zaten kurulmuş. Bunun yerine oturum açın.
identity-last-owner = Çalışma alanının bir sahibi olmalıdır. Önce başka birini sahip yapın.
identity-already-member = Bu e-posta adresine sahip biri zaten üye.
identity-invitation-over = Bu davetin süresi dolmuş, davet kullanılmış veya geri çekilmiş. Yeni bir davet isteyin.
