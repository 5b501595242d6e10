//! What friends call somebody: everyday names of the languages Kartotek speaks, as groups; a name may be in several.

use std::{collections::HashMap, sync::LazyLock};

use super::normal;

/// Each line is one group: the full names and the everyday ones.
const GROUPS: &str = "
    william will bill billy willy liam
    robert rob bob bobby robbie bert
    richard rick dick ricky rich
    james jim jimmy jamie
    john jack johnny jon jonathan
    joseph joe joey
    joshua josh
    thomas tom tommy
    charles charlie chuck chas carl
    charlotte charlie lottie lotte
    edward ed eddie ted teddy ned
    theodore ted theo teddy
    theodora theo dora thea
    michael mike mick mickey michel
    daniel dan danny
    david dave davey
    samuel sam sammy
    samantha sam sammy
    benjamin ben benny benji
    alexander alex alec xander sasha sandy al lex
    alexandra alex sandra sasha sandy lexi
    andrew andy drew
    anthony tony ant
    christopher chris kit topher kris
    christina chris tina christine kirsten
    patrick pat paddy rick
    patricia pat patty trish tricia
    matthew matt matty
    nicholas nick nicky nico klaus
    nathaniel nathan nate nat
    stephen steve steven stefan
    timothy tim timmy
    gregory greg
    frederick fred freddie freddy fritz
    leonard leo len lenny leon
    lawrence larry laurie lars
    arthur art artie
    harold harry hal
    henry harry hal hank henrik
    peter pete
    philip phil pip
    raymond ray
    ronald ron ronnie
    kenneth ken kenny
    oliver ollie olly noll
    oscar ossie
    gerald gerry jerry
    douglas doug
    eugene gene
    walter walt wally
    elizabeth liz lizzie beth betty eliza lisa elsie libby bess betsy elise lis ella
    margaret maggie meg peggy marge greta daisy megan margrethe grete
    katherine kate katie kathy kitty kat cathy karen kathryn catherine kaja
    eleanor ellie nora nell leonora ella
    florence flo florrie flossie
    emily em emmy millie emmie
    amelia millie amy mia emma
    matilda tilly mattie tilda maud
    hannah anna annie nan
    anna annie ann anne anja anita nan
    mary molly polly mamie maria marie may
    susan sue susie suzanne
    sarah sally sadie sara
    rebecca becky becca
    jessica jess jessie
    jennifer jen jenny
    victoria vicky tori vic
    abigail abby gail
    isabella bella izzy belle isabel isobel
    sophie sophia sofia sofie sophy
    lillian lily lil
    rosemary rose rosie
    rose rosie rosa
    lucy lucia lulu luce
    grace gracie
    dorothy dot dottie dolly
    frances fran frankie fanny
    francis frank frankie
    josephine jo josie
    deborah deb debbie
    barbara barb babs
    caroline carrie caro carol lina
    pamela pam
    judith judy
    virginia ginny
    gabrielle gabby
    zachary zach zack
    vincent vince
    kristian christian chris kris
    nikolaj nicolai nicolas niels klaus
    jorgen jorn georg
    johannes hans johan jens john jan
    andreas anders andy
    jakob jacob jeppe ib jake
    mikkel michael
    mads mathias matias mattias
    rasmus erasmus
    frederik fritz fred frede
    kristoffer christoffer stoffer
    karoline line caroline
    katrine trine kathrine katarina
    kirstine stine kirsten
    birgitte gitte britta brita birte
    elisabeth lise lisbeth bette else elsa lisa
    margrethe grethe grete merete mette
    magdalene malene lene magda
    helene lene helen elena
    annemarie mie
    marie mie maja maria
    josefine fine
    wilhelm ville helmer wille
    ludvig ludde
    erik kalle erika
    karl kalle carl charles
    lars lasse laurits
    sven svenne
    nils nisse niels
    jan janne
    jonas jon
    tobias tobbe
    robert robban
    magnus mange
    fredrik fredde figge
    henrik henke
    mikael micke mikke
    anders adde
    per pelle peter petter
    par pelle
    bengt benke
    gunilla nilla
    kristina stina tina kicki
    birgitta gittan bibbi
    margareta greta maggan
    gustav gurra gosta
    oskar ogge
    sebastian sebbe basti
    mehmet memo memis muhammed mamet
    mustafa mistik musti
    ibrahim ibo ibis
    suleyman sulo
    hasan haso
    huseyin huso
    abdullah apo
    fatma fatos fato
    ayse aysis ayshe
    emine emis
    hatice hatca
    zeynep zeyno
    elif elfo
    gulsum gul
    osman osi
    ismail iso
    yusuf yusi joseph
    aleksandar alex sasho sashko aleks sandi
    aleksandra sashka sandra
    georgi zhoro gosho joro george jorko
    dimitar mitko mitio dimo
    ivan vanio ivancho john
    ivailo ivo
    petar pesho peio peter petio
    nikola kolio niki nikolai
    nikolai kolio niki
    hristo itso ico hrisi
    todor tosho todi
    teodora tedi dora
    stefan stefcho stef
    stoian stoicho
    vasil vasko vaso
    borislav bobi boris
    boris bobi
    krasimir krasi
    krasimira krasi
    plamen plamenko
    radoslav rado radi
    liubomir liubo
    svetoslav svetlio
    svetla svetlana sveti
    tsvetan ceco
    vladimir vlado
    iordan dancho dani
    daniela dani
    desislava desi
    gergana geri
    viktoriia viki
    viktoria viki
    elena eli lenche
    maria mimi mariika mara
    mariia mimi mariika mara
    margarita magi
    nadezhda nadia nadka
    rositsa rosi
    milena mila mile
    kalina kali
    snezhana snejka
    zhivko jivko
    iordanka dani
    silviia silvi
    ioana ioni
";

static BY_NAME: LazyLock<HashMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut by_name: HashMap<String, Vec<u16>> = HashMap::new();
    for (group, line) in GROUPS.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        for name in line.split_whitespace().flat_map(normal::words) {
            by_name.entry(name).or_default().push(group as u16);
        }
    }
    by_name
});

/// The groups that a name is in, as [`normal::words`] spells it.
pub(super) fn groups(name: &str) -> &'static [u16] {
    BY_NAME.get(name).map_or(&[], Vec::as_slice)
}

/// Both may be names of one person, by their groups.
pub(super) fn same_person(one: &[u16], other: &[u16]) -> bool {
    one.iter().any(|group| other.contains(group))
}

#[cfg(test)]
mod tests {
    #[test]
    fn everyday_names_are_known_in_every_script() {
        let check = |one: &str, other: &str, expected: bool| {
            let word = |name: &str| super::normal::words(name).remove(0);
            assert_eq!(
                super::same_person(super::groups(&word(one)), super::groups(&word(other))),
                expected,
                "{one}, {other}"
            );
        };
        check("William", "Bill", true);
        check("Георги", "Жоро", true);
        check("Margrethe", "Grete", true);
        check("Birgitta", "Gittan", true);
        check("Mehmet", "Memo", true);
        check("Димитър", "Mitko", true);
        check("Anna", "Bo", false);
    }
}
