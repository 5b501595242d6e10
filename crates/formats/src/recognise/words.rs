//! The vocabulary: what headers are called, in the languages Kartotek speaks and a little German.

use std::{collections::HashMap, sync::LazyLock};

use super::{header, target::Part};

/// A meaning before columns are put together into slots; `""` is no label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    FullName,
    GivenName,
    MiddleName,
    FamilyName,
    Prefix,
    Suffix,
    Nickname,
    PhoneticGiven,
    PhoneticMiddle,
    PhoneticFamily,
    Company,
    Department,
    JobTitle,
    /// Beside a job title it stands before a name.
    Title,
    Email(&'static str),
    EmailLabel,
    Phone(&'static str),
    PhoneLabel,
    Address(&'static str, Part),
    AddressLabel,
    Birthday,
    Anniversary,
    Website(&'static str),
    WebsiteLabel,
    Social(&'static str),
    Note,
    Tags,
    Relation(&'static str),
    RelationLabel,
    Owner,
    Source,
    Language,
    Gender,
    ExternalId,
    CreatedAt,
    Photo,
    Kind,
    OptedOut(&'static str),
    /// Known, and deliberately not imported.
    Ignored,
}

use Meaning::*;

pub(super) fn meaning(key: &str) -> Option<Meaning> {
    static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| index(VOCABULARY));
    MEANINGS.get(key).copied()
}

/// The use a word at the beginning or end of a header names: `Home Street`, `Gade (arbejde)`.
pub(super) fn usage(word: &str) -> Option<&'static str> {
    static USES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| index(USES_OF));
    USES.get(word).copied()
}

fn index<T: Copy>(groups: &[(T, &str)]) -> HashMap<String, T> {
    let mut index = HashMap::new();
    for (meaning, words) in groups {
        for word in words.split(',') {
            index.insert(header::key(word), *meaning);
        }
    }
    index
}

const USES_OF: &[(&str, &str)] = &[
    ("home", "home,private,personal,hjem,hjemme,privat,hem,ev,домашен,домашна,личен,家庭,住宅,私人"),
    (
        "work",
        "work,business,office,company,arbejde,arbejds,firma,arbete,arbets,jobb,kontor,jobb,is,служебен,\
         служебна,работен,работна,офис,geschäftlich,办公,工作,单位,公司",
    ),
    ("mobile", "mobile,cell,mobil,мобилен,手机,移动"),
    ("other", "other,anden,andet,andre,annan,annat,övrig,diğer,друг,друга,其他"),
    ("main", "main,hoved,växel"),
    ("mailing", "mailing"),
    ("billing", "billing,invoice,faktura,fatura,账单"),
    ("shipping", "shipping,delivery,levering,leverans,teslimat,送货,收货"),
];

const VOCABULARY: &[(Meaning, &str)] = &[
    (
        FullName,
        "name,full name,display name,complete name,contact name,contact,person,customer,customer name,file as,\
         navn,fulde navn,fuldt navn,kontakt,kontaktperson,kunde,namn,fullständigt namn,för och efternamn,\
         ad,adı,isim,ad soyad,adı soyadı,adsoyad,isim soyisim,tam ad,müşteri,\
         име,пълно име,имена,име и фамилия,лице за контакт,клиент,контакт,\
         姓名,全名,名称,联系人,联系人姓名,客户,客户姓名,客户名称,顯示名稱,聯絡人,显示名称,vollständiger name",
    ),
    (
        GivenName,
        "first name,given name,forename,firstname,christian name,fornavn,förnamn,tilltalsnamn,ilk ad,ilk adı,\
         първо име,собствено име,малко име,名,名字,vorname",
    ),
    (
        MiddleName,
        "middle name,additional name,middle names,second name,mellemnavn,mellannamn,ikinci ad,orta ad,презиме,\
         бащино име,中间名,zweiter vorname",
    ),
    (
        FamilyName,
        "last name,family name,surname,lastname,second surname,efternavn,efternamn,soyad,soyadı,soyisim,фамилия,\
         фамилно име,姓,姓氏,nachname,familienname",
    ),
    (
        Prefix,
        "prefix,name prefix,salutation,honorific,name title,tiltale,tilltal,hitap,обръщение,称谓,尊称,anrede",
    ),
    (Suffix, "suffix,name suffix,suffiks,soneki,суфикс,后缀"),
    (
        Nickname,
        "nickname,nick name,nick,alias,kaldenavn,kælenavn,smeknamn,takma ad,lakap,прякор,псевдоним,昵称,暱稱,别名",
    ),
    (
        PhoneticGiven,
        "phonetic first name,phonetic given name,given name yomi,given yomi,first name phonetic,名拼音,名字拼音",
    ),
    (PhoneticMiddle, "phonetic middle name,additional name yomi,middle name phonetic"),
    (
        PhoneticFamily,
        "phonetic last name,phonetic family name,family name yomi,surname yomi,last name phonetic,姓拼音,姓氏拼音",
    ),
    (
        Company,
        "company,company name,organization,organisation,organization name,organisation name,account name,account,\
         employer,business,business name,associated company,primary company,related company,firm,\
         firma,firmanavn,virksomhed,virksomhedsnavn,selskab,organisationsnavn,arbejdsgiver,\
         företag,företagsnamn,bolag,arbetsgivare,şirket,şirket adı,firma adı,kurum,kuruluş,işyeri,\
         фирма,компания,организация,име на фирма,дружество,работодател,\
         公司,公司名称,公司名,单位,单位名称,工作单位,企业,企业名称,组织,机构,公司名稱,firmenname,unternehmen",
    ),
    (
        Department,
        "department,organization department,division,afdeling,avdelning,departman,bölüm,отдел,дирекция,部门,部門,\
         科室,abteilung",
    ),
    (
        JobTitle,
        "job title,position,role,organization title,job position,function,occupation,profession,\
         stilling,stillingsbetegnelse,jobtitel,befattning,yrke,roll,unvan,ünvan,görev,pozisyon,meslek,\
         длъжност,позиция,职位,职务,职称,岗位,職稱,職位,職務,position titel",
    ),
    (Title, "title,titel,титла,头衔"),
    (
        Email(""),
        "email,e mail,email address,e mail address,mail,email value,primary email,contact email,mailadresse,\
         emailadresse,e mail adresse,epost,e post,epostadress,e postadress,mejl,mailadress,\
         eposta,e posta,eposta adresi,e posta adresi,elektronik posta,имейл,имейл адрес,мейл,емайл,\
         електронна поща,е поща,邮箱,电子邮箱,电子邮件,邮件,邮箱地址,邮件地址,电邮,電子郵件,電子信箱,信箱,電郵",
    ),
    (
        Email("work"),
        "work email,business email,arbejdsmail,jobmail,iş e postası,служебен имейл,工作邮箱,公司邮箱",
    ),
    (Email("home"), "home email,personal email,private email,privatmail,личен имейл,个人邮箱,私人邮箱"),
    (Email("other"), "other email,alternate email,secondary email,additional email,备用邮箱"),
    (EmailLabel, "email type,email label,e mail type,e mail label"),
    (
        Phone(""),
        "phone,phone number,telephone,telephone number,tel,primary phone,contact phone,phone value,telefon,\
         telefonnummer,telefonnr,tlf,tlf nr,tlfnr,telefonnumre,tfn,telnr,telefon numarası,tel no,telefon no,\
         телефон,телефонен номер,тел,тел номер,电话,电话号码,联系电话,联系方式,電話,電話號碼,聯絡電話,rufnummer",
    ),
    (
        Phone("mobile"),
        "mobile,mobile phone,mobile number,mobile phone number,cell,cell phone,cellphone,cellular,mobilnummer,\
         mobil,mobiltelefon,mobilnr,mobiltlf,handy,cep,cep telefonu,cep no,cep tel,gsm,\
         мобилен,мобилен телефон,мобилен номер,джиесем,手机,手机号,手机号码,移动电话,手機,手機號碼,行動電話,phone mobile",
    ),
    (
        Phone("work"),
        "work phone,business phone,office phone,work number,work telephone,business telephone,arbejdstelefon,\
         telefon arbejde,direkte telefon,direct phone,direct line,arbetstelefon,jobbtelefon,telefon arbete,iş telefonu,iş tel,\
         служебен телефон,работен телефон,办公电话,单位电话,公司电话,工作电话,座机",
    ),
    (
        Phone("home"),
        "home phone,home number,home telephone,private phone,hjemmetelefon,privattelefon,privat telefon,fastnet,\
         hemtelefon,telefon hem,ev telefonu,ev tel,домашен телефон,家庭电话,住宅电话,家庭電話",
    ),
    (Phone("other"), "other phone,alternate phone,secondary phone,additional phone,其他电话,备用电话"),
    (
        Phone("main"),
        "main phone,company phone,company main phone,hovednummer,växel,switchboard,santral,централа",
    ),
    (Phone("fax"), "fax,fax number,faxnummer,telefax,faks,faks no,faks numarası,факс,传真,传真号码,傳真"),
    (Phone("work fax"), "business fax,work fax,arbejdsfax"),
    (Phone("home fax"), "home fax"),
    (Phone("other fax"), "other fax"),
    (Phone("pager"), "pager,personsøger,personsökare,çağrı cihazı,пейджър,传呼机"),
    (Phone("car"), "car phone"),
    (Phone("radio"), "radio phone"),
    (Phone("callback"), "callback"),
    (Phone("telex"), "telex"),
    (Phone("isdn"), "isdn"),
    (Phone("textphone"), "tty tdd phone"),
    (Phone("assistant"), "assistant phone,assistants phone,assistant s phone,asst phone,phone assistant"),
    (PhoneLabel, "phone type,phone label"),
    (
        Address("", Part::Whole),
        "address,full address,postal address,postadresse,adresse,adress,postadress,fullständig adress,adres,\
         tam adres,posta adresi,адрес,пощенски адрес,地址,联系地址,详细地址,通讯地址,通訊地址,address formatted,\
         location,anschrift",
    ),
    (Address("work", Part::Whole), "公司地址,单位地址,办公地址,工作地址"),
    (Address("home", Part::Whole), "家庭地址,住址,家庭住址"),
    (
        Address("", Part::Street),
        "street,street address,address line,street name,address street,gade,vej,gadenavn,vejnavn,gadeadresse,\
         gatuadress,gata,utdelningsadress,sokak,cadde,улица,街道,街道地址,strasse",
    ),
    (
        Address("", Part::Street2),
        "address line two,extended address,address extended address,apartment,suite,etage,co adresse,c o,coadress,\
         daire,апартамент",
    ),
    (
        Address("", Part::PoBox),
        "po box,p o box,pobox,post box,postboks,postbox,posta kutusu,пощенска кутия,邮政信箱,postfach",
    ),
    (
        Address("", Part::City),
        "city,town,address city,by,bynavn,ort,postort,stad,şehir,sehir,ilçe,il ilçe,град,населено място,城市,市,所在城市,\
         stadt",
    ),
    (
        Address("", Part::Region),
        "state,region,province,county,state region,state province,state name,kommune,landsdel,län,landskap,il,bölge,\
         област,община,регион,省,省份,州,地区,省市,bundesland,state id name,state id",
    ),
    (
        Address("", Part::PostalCode),
        "postal code,zip,zip code,postcode,post code,zipcode,zip postal code,zip postcode,postnr,postnummer,\
         posta kodu,postakodu,пощенски код,пк,п к,邮编,邮政编码,郵遞區號,郵編,plz,postleitzahl",
    ),
    (
        Address("", Part::Country),
        "country,country region,country name,country code,land,ülke,държава,страна,国家,國家,国家地区,country id name,\
         country id,country id code",
    ),
    (AddressLabel, "address type,address label"),
    (
        Birthday,
        "birthday,birthdate,birth date,date of birth,dob,bday,fødselsdag,fødselsdato,født,födelsedag,födelsedatum,\
         doğum tarihi,doğum günü,рожден ден,дата на раждане,роден,生日,出生日期,出生年月,geburtstag,geburtsdatum",
    ),
    (
        Anniversary,
        "anniversary,wedding anniversary,bryllupsdag,jubilæum,bröllopsdag,yıldönümü,годишнина,纪念日",
    ),
    (
        Website(""),
        "website,web site,web page,webpage,url,website url,homepage,home page,www,web,website value,company website,\
         hjemmeside,websted,webside,hemsida,webbplats,web sitesi,internet sitesi,сайт,уебсайт,уеб сайт,网址,网站,\
         主页,網站,網址,webseite",
    ),
    (Website("home"), "personal web page,personal website"),
    (Website("work"), "business web page,work website"),
    (WebsiteLabel, "website type,website label"),
    (Social("linkedin"), "linkedin,linkedin url,linkedin profile,linkedin bio,linked in,领英"),
    (Social("twitter"), "twitter,twitter handle,twitter username,x twitter,twitter profile"),
    (Social("facebook"), "facebook,facebook url,facebook profile"),
    (Social("instagram"), "instagram,instagram handle"),
    (Social("skype"), "skype,skype id,skype name"),
    (Social("wechat"), "wechat,wechat id,weixin,微信,微信号,微信號"),
    (Social("qq"), "qq,qq号,qq号码"),
    (Social("weibo"), "weibo,微博"),
    (Social("whatsapp"), "whatsapp,whats app"),
    (Social("telegram"), "telegram"),
    (Social("im"), "im address,im,imaddress,im value"),
    (
        Note,
        "note,notes,comment,comments,description,remark,remarks,bemærkning,bemærkninger,noter,notat,kommentar,\
         kommentarer,beskrivelse,anteckning,anteckningar,beskrivning,not,notlar,açıklama,yorum,\
         бележка,бележки,забележка,забележки,коментар,описание,备注,附注,说明,注释,備註,備注,notiz,notizen,bemerkung",
    ),
    (
        Tags,
        "tags,tag,labels,label,groups,group,group membership,categories,category,keywords,etiket,etiketter,gruppe,\
         grupper,kategori,kategorier,grupp,etiketler,grup,gruplar,kategoriler,етикет,етикети,група,групи,категория,\
         категории,标签,分组,群组,类别,組別,標籤,分類,category id name,kategorie,gruppen",
    ),
    (Relation("spouse"), "spouse,partner,husband,wife,ægtefælle,make,maka,eş,съпруг,съпруга,配偶"),
    (
        Relation("manager"),
        "manager,manager name,managers name,manager s name,reports to,supervisor,经理,上级",
    ),
    (Relation("assistant"), "assistant,assistant name,assistants name,assistant s name,助理"),
    (Relation("child"), "children,child,børn,barn,çocuklar,деца,子女"),
    (Relation("referred by"), "referred by,introduced by,推荐人"),
    (Relation(""), "relation value,related name,related person"),
    (RelationLabel, "relation type,relation label"),
    (
        Owner,
        "owner,contact owner,account owner,lead owner,owner id,record owner,salesperson,sales person,sales rep,\
         account manager,assigned to,user id name,user id,ejer,ansvarlig,sælger,kundeansvarlig,ägare,ansvarig,säljare,\
         sorumlu,sahibi,temsilci,отговорник,собственик,търговец,负责人,所有者,销售,业务员,負責人",
    ),
    (
        Source,
        "source,lead source,original source,contact source,kilde,leadkilde,källa,kaynak,източник,来源,客户来源,來源,quelle",
    ),
    (Language, "language,preferred language,lang,locale,sprog,språk,dil,език,语言,語言,sprache"),
    (Gender, "gender,sex,køn,kön,cinsiyet,пол,性别,性別,geschlecht"),
    (
        ExternalId,
        "id,record id,external id,contact id,customer id,customer number,customer no,account number,reference,uid,\
         ref,kundenummer,kundenr,kundnummer,kundnr,müşteri no,клиентски номер,编号,客户编号,編號,kundennummer",
    ),
    (
        CreatedAt,
        "created,created at,created on,created date,create date,creation date,date created,date added,connected on,\
         created time,oprettet,oprettelsesdato,skapad,oluşturma tarihi,oluşturulma tarihi,създаден,създадено на,дата на създаване,\
         创建时间,创建日期,建立日期",
    ),
    (Photo, "photo,photo url,picture,image,avatar,billede,foto,bild,fotoğraf,снимка,照片,头像,image url"),
    (Kind, "is company,is a company,company type,contact type,er virksomhed"),
    (
        OptedOut("email"),
        "has opted out of email,email opt out,opted out of email,unsubscribed from all email,unsubscribed",
    ),
    (OptedOut("phone"), "do not call"),
    (OptedOut(""), "do not contact,opted out,opt out"),
    (
        Ignored,
        "email display name,e mail display name,initials,account id,lifecycle stage,lead status,individual id",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_has_two_meanings() {
        let mut seen: HashMap<String, Meaning> = HashMap::new();
        for (meaning, words) in VOCABULARY {
            for word in words.split(',') {
                let before = seen.insert(header::key(word), *meaning);
                assert!(before.is_none_or(|other| other == *meaning), "{word}: {before:?} or {meaning:?}");
            }
        }
    }
}
