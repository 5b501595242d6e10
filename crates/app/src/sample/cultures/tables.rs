//! The words themselves. Phone numbers come from the blocks that the regulators of Sweden (PTS) and the United
//! Kingdom (Ofcom) keep free for stories; elsewhere nothing is kept free, and the numbers have the right shape only.

use super::Culture;

/// Words whose Latin form follows from their letters.
macro_rules! words {
    ($($word:literal)*) => { &[$(($word, "")),*] };
}

pub(super) const DANISH: Culture = Culture {
    language: "da",
    country: "DK",
    country_name: "Danmark",
    women: words!("Anna" "Mette" "Kirsten" "Hanne" "Helle" "Susanne" "Lene" "Marianne" "Camilla" "Louise" "Ida" "Freja"
        "Sofie" "Laura" "Clara" "Emma" "Karen" "Birgit" "Signe" "Astrid" "Maja" "Josefine" "Tine" "Rikke" "Bodil" "Åse"),
    men: words!("Søren" "Lars" "Jens" "Peter" "Niels" "Henrik" "Bo" "Mads" "Rasmus" "Anders" "Jørgen" "Ole" "Kasper"
        "Mikkel" "Frederik" "William" "Noah" "Oscar" "Karl" "Thomas" "Jesper" "Morten" "Bjørn" "Troels" "Asger" "Åge"),
    families: words!("Nielsen" "Jensen" "Hansen" "Pedersen" "Andersen" "Christensen" "Larsen" "Sørensen" "Rasmussen"
        "Jørgensen" "Madsen" "Kristensen" "Olsen" "Thomsen" "Berg" "Holm" "Lund" "Møller" "Poulsen" "Knudsen" "Mortensen"
        "Friis" "Kjær" "Bach" "Dahl" "Skov" "Vestergaard" "Østergaard" "Nygaard" "Winther" "Bruun" "Toft" "Krogh" "Juhl"),
    families_of_women: &[],
    streets: &["Strandvejen", "Nørregade", "Søndergade", "Vestergade", "Østergade", "Kirkevej", "Skovvej", "Havnegade",
        "Algade", "Møllevej", "Birkevej", "Rosenvej", "Bredgade", "Engvej", "Lindevej", "Åboulevarden"],
    towns: &[("1050", "København K"), ("2100", "København Ø"), ("2200", "København N"), ("2900", "Hellerup"),
        ("3000", "Helsingør"), ("4000", "Roskilde"), ("5000", "Odense C"), ("5700", "Svendborg"), ("6000", "Kolding"),
        ("6700", "Esbjerg"), ("7100", "Vejle"), ("8000", "Aarhus C"), ("8600", "Silkeborg"), ("9000", "Aalborg"),
        ("9990", "Skagen")],
    names: words!("Nordhavn" "Fjord" "Øresund" "Vesterhav" "Klit" "Fyr" "Limfjord" "Solbakken" "Kystens" "Havne"),
    trades: &[("Marine", "marine", "boats"), ("Byg", "byg", "construction"), ("VVS", "vvs", "plumbing"),
        ("Møbler", "mobler", "furniture"), ("Revision", "revision", "accounting"), ("Transport", "transport", "transport"),
        ("Bageri", "bageri", "bakery"), ("El", "el", "electricity"), ("Data", "data", "software"), ("Fisk", "fisk", "food"),
        ("Tandklinik", "tandklinik", "health"), ("Have & Park", "have", "gardens")],
    forms: &["A/S", "ApS", "ApS", "I/S"],
    titles: &["Direktør", "Indkøber", "Bogholder", "Salgschef", "Værkfører", "Projektleder", "Kontorassistent",
        "Driftschef", "Konsulent", "Tømrermester"],
    number_first: false,
    joined: false,
    phones: &[("+4555550000", 2000)],
};

pub(super) const SWEDISH: Culture = Culture {
    language: "sv",
    country: "SE",
    country_name: "Sverige",
    women: words!("Linnea" "Elsa" "Karin" "Birgitta" "Annika" "Åsa" "Ebba" "Maja" "Alva" "Wilma" "Ingrid" "Kerstin"
        "Sara" "Johanna" "Märta" "Hanna" "Agneta" "Lovisa" "Tove" "Stina"),
    men: words!("Erik" "Lars" "Sven" "Johan" "Anders" "Göran" "Björn" "Nils" "Gustav" "Axel" "Hugo" "Elias" "Åke"
        "Mattias" "Per" "Ove" "Håkan" "Olof" "Jonas" "Viktor"),
    families: words!("Andersson" "Johansson" "Karlsson" "Nilsson" "Eriksson" "Larsson" "Olsson" "Persson" "Svensson"
        "Gustafsson" "Lindqvist" "Bergström" "Sjöberg" "Ek" "Lindgren" "Åkesson" "Öberg" "Norén" "Hallström" "Wallin"
        "Söderlund" "Engström" "Björk" "Lundin"),
    families_of_women: &[],
    streets: &["Storgatan", "Kungsgatan", "Drottninggatan", "Södra vägen", "Björkvägen", "Skolgatan", "Hamngatan",
        "Västra Ågatan", "Östergatan", "Ringvägen", "Kyrkogatan", "Ängsvägen"],
    towns: &[("111 22", "Stockholm"), ("118 46", "Stockholm"), ("411 05", "Göteborg"), ("211 34", "Malmö"),
        ("222 22", "Lund"), ("252 20", "Helsingborg"), ("582 22", "Linköping"), ("703 61", "Örebro"), ("753 20", "Uppsala"),
        ("903 26", "Umeå"), ("972 33", "Luleå")],
    names: words!("Vättern" "Norrsken" "Mälar" "Skärgårds" "Kronan" "Dalarö" "Höga Kusten" "Bohus"),
    trades: &[("Möbler", "mobler", "furniture"), ("Bygg", "bygg", "construction"), ("Åkeri", "akeri", "transport"),
        ("Redovisning", "redovisning", "accounting"), ("Båtvarv", "batvarv", "boats"), ("Data", "data", "software"),
        ("Trä", "tra", "timber"), ("Bageri", "bageri", "bakery"), ("Rör", "ror", "plumbing")],
    forms: &["AB", "AB", "HB"],
    titles: &["VD", "Inköpare", "Ekonomichef", "Säljare", "Projektledare", "Platschef", "Konsult", "Assistent"],
    number_first: false,
    joined: false,
    phones: &[("+46701740605", 95), ("+46846500400", 100), ("+46313900600", 100), ("+46406280400", 100),
        ("+46980319200", 100)],
};

pub(super) const ENGLISH: Culture = Culture {
    language: "en",
    country: "GB",
    country_name: "United Kingdom",
    women: words!("Emily" "Grace" "Olivia" "Charlotte" "Hannah" "Sophie" "Margaret" "Priya" "Zara" "Fiona" "Rosie" "Eleanor"
        "Nicola" "Abigail" "Bethan" "Niamh"),
    men: words!("James" "Oliver" "George" "Harry" "Thomas" "Alfie" "Callum" "Owen" "Rhys" "Arjun" "Malcolm" "Edward" "Simon"
        "Graham" "Ewan" "Patrick"),
    families: words!("Smith" "Jones" "Taylor" "Brown" "Hartley" "Whitfield" "Fletcher" "Hughes" "MacLeod" "O'Brien" "Patel"
        "Ashworth" "Clarke" "Bennett" "Sinclair" "Pemberton" "Shaw" "Khan" "Morgan" "Doyle"),
    families_of_women: &[],
    streets: &["High Street", "Station Road", "Church Lane", "Mill Road", "Victoria Road", "Park Avenue", "Queen Street",
        "The Green", "Harbour Walk", "Orchard Close"],
    towns: &[("SW1A 1AA", "London"), ("EC1A 1BB", "London"), ("M1 1AE", "Manchester"), ("B33 8TH", "Birmingham"),
        ("EH1 1YZ", "Edinburgh"), ("BS1 4DJ", "Bristol"), ("CF10 1EP", "Cardiff"), ("YO1 7HH", "York")],
    names: words!("Northgate" "Harbour" "Oakfield" "Thames" "Pennine" "Kingfisher" "Beacon" "Redwood"),
    trades: &[("Engineering", "engineering", "engineering"), ("Boatyard", "boatyard", "boats"),
        ("Interiors", "interiors", "furniture"), ("Logistics", "logistics", "transport"),
        ("Accountants", "accountants", "accounting"), ("Software", "software", "software"),
        ("Builders", "builders", "construction"), ("Bakery", "bakery", "bakery")],
    forms: &["Ltd", "Ltd", "& Sons", "LLP"],
    titles: &["Managing Director", "Buyer", "Bookkeeper", "Sales Manager", "Site Manager", "Office Manager", "Consultant",
        "Head of Operations"],
    number_first: true,
    joined: false,
    phones: &[("+447700900000", 1000), ("+442079460000", 1000)],
};

pub(super) const TURKISH: Culture = Culture {
    language: "tr",
    country: "TR",
    country_name: "Türkiye",
    women: words!("Ayşe" "Fatma" "Zeynep" "Elif" "Işıl" "Gül" "Çiğdem" "Şule" "Derya" "Ebru" "Özlem" "Nihan" "Sibel"
        "Tuğba"),
    men: words!("Mehmet" "Ahmet" "Mustafa" "Emre" "Çağrı" "Oğuz" "İbrahim" "Kerem" "Murat" "Barış" "Tolga" "Yiğit" "Onur"
        "Ümit"),
    families: words!("Yılmaz" "Kaya" "Demir" "Şahin" "Çelik" "Yıldız" "Öztürk" "Aydın" "Özdemir" "Arslan" "Doğan" "Kılıç"
        "Çetin" "Koç" "Işık" "Güneş"),
    families_of_women: &[],
    streets: &["Atatürk Caddesi", "İstiklal Caddesi", "Cumhuriyet Caddesi", "Bağdat Caddesi", "Çınar Sokak",
        "Gül Sokak", "Liman Sokak", "Zeytin Sokak"],
    towns: &[("34430", "İstanbul"), ("34710", "İstanbul"), ("35220", "İzmir"), ("06420", "Ankara"), ("07100", "Antalya"),
        ("16010", "Bursa")],
    names: words!("Boğaziçi" "Deniz" "Ege" "Anadolu" "Yakamoz" "Lale" "Toros"),
    trades: &[("Mobilya", "mobilya", "furniture"), ("İnşaat", "insaat", "construction"), ("Tekstil", "tekstil", "textiles"),
        ("Yazılım", "yazilim", "software"), ("Gıda", "gida", "food"), ("Lojistik", "lojistik", "transport"),
        ("Yat", "yat", "boats")],
    forms: &["A.Ş.", "Ltd. Şti."],
    titles: &["Genel Müdür", "Satın Alma Uzmanı", "Muhasebeci", "Satış Müdürü", "Mühendis", "Danışman"],
    number_first: false,
    joined: false,
    phones: &[("+905555550000", 800)],
};

pub(super) const BULGARIAN: Culture = Culture {
    language: "bg",
    country: "BG",
    country_name: "България",
    women: &[("Мария", "maria"), ("Елена", "elena"), ("Ивана", "ivana"), ("Десислава", "desislava"), ("Радка", "radka"),
        ("Цветелина", "tsvetelina"), ("Гергана", "gergana"), ("Йоана", "yoana"), ("Снежана", "snezhana"), ("Весела", "vesela")],
    men: &[("Иван", "ivan"), ("Георги", "georgi"), ("Петър", "petar"), ("Димитър", "dimitar"), ("Николай", "nikolay"),
        ("Стоян", "stoyan"), ("Христо", "hristo"), ("Васил", "vasil"), ("Красимир", "krasimir"), ("Юлиан", "yulian")],
    families: &[("Иванов", "ivanov"), ("Георгиев", "georgiev"), ("Димитров", "dimitrov"), ("Петров", "petrov"),
        ("Николов", "nikolov"), ("Стоянов", "stoyanov"), ("Христов", "hristov"), ("Тодоров", "todorov"),
        ("Ангелов", "angelov"), ("Колев", "kolev")],
    families_of_women: &[("Иванова", "ivanova"), ("Георгиева", "georgieva"), ("Димитрова", "dimitrova"),
        ("Петрова", "petrova"), ("Николова", "nikolova"), ("Стоянова", "stoyanova"), ("Христова", "hristova"),
        ("Тодорова", "todorova"), ("Ангелова", "angelova"), ("Колева", "koleva")],
    streets: &["ул. Витоша", "ул. Раковски", "бул. България", "ул. Шипка", "ул. Морска", "ул. Иван Вазов", "ул. Роза"],
    towns: &[("1000", "София"), ("1408", "София"), ("4000", "Пловдив"), ("9000", "Варна"), ("8000", "Бургас"),
        ("5000", "Велико Търново")],
    names: &[("Витоша", "vitosha"), ("Рила", "rila"), ("Черно море", "chernomore"), ("Роза", "roza"), ("Балкан", "balkan"),
        ("Тракия", "trakia")],
    trades: &[("Строй", "stroy", "construction"), ("Мебел", "mebel", "furniture"), ("Транс", "trans", "transport"),
        ("Софт", "soft", "software"), ("Агро", "agro", "food"), ("Марина", "marina", "boats")],
    forms: &["ООД", "ЕООД", "АД"],
    titles: &["Управител", "Счетоводител", "Търговски директор", "Инженер", "Консултант"],
    number_first: false,
    joined: false,
    phones: &[("+359885550000", 800)],
};

pub(super) const CHINESE: Culture = Culture {
    language: "zh",
    country: "CN",
    country_name: "中国",
    women: &[("小明", "xiaoming"), ("丽", "li"), ("秀英", "xiuying"), ("婷", "ting"), ("雪", "xue"), ("佳怡", "jiayi"),
        ("静", "jing"), ("梅", "mei"), ("雨桐", "yutong"), ("芳", "fang")],
    men: &[("伟", "wei"), ("强", "qiang"), ("建国", "jianguo"), ("子涵", "zihan"), ("浩然", "haoran"), ("磊", "lei"),
        ("志强", "zhiqiang"), ("宇轩", "yuxuan"), ("军", "jun"), ("博文", "bowen")],
    families: &[("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"), ("黄", "huang"),
        ("赵", "zhao"), ("周", "zhou"), ("吴", "wu"), ("徐", "xu"), ("孙", "sun")],
    families_of_women: &[],
    streets: &["中山路", "人民路", "解放路", "建设路", "和平路", "长江路", "文化路"],
    towns: &[("100006", "北京"), ("200001", "上海"), ("510030", "广州"), ("518001", "深圳"), ("310001", "杭州"),
        ("266001", "青岛")],
    names: &[("光明", "guangming"), ("海天", "haitian"), ("东方", "dongfang"), ("长城", "changcheng"), ("瑞丰", "ruifeng"),
        ("华信", "huaxin")],
    trades: &[("贸易", "maoyi", "trade"), ("家具", "jiaju", "furniture"), ("软件", "ruanjian", "software"),
        ("建筑", "jianzhu", "construction"), ("物流", "wuliu", "transport"), ("食品", "shipin", "food"),
        ("船舶", "chuanbo", "boats")],
    forms: &["有限公司"],
    titles: &["总经理", "采购经理", "会计", "销售经理", "工程师", "顾问"],
    number_first: false,
    joined: true,
    phones: &[("+8613855500000", 800)],
};

