import { stopWords } from './stop-words.ts'

/**
 * Words of other languages that carry grammar, as `words` writes them. Those before the bar are no
 * English words: by them a language is told; those behind it mean something in English.
 */
const languages = {
  german: `aber alle als am an auch auf aus bei beim bin bis da damit dann das dass dem den der des
    dir doch du durch ein eine einem einen einer eines er es euch für gibt gab habe haben hat hatte
    hatten hier ich ihm ihn ihnen ihr ihre im immer ins ist ja jede jeder jedes kann kein keine keinen
    können konnte konnten machen mehr mein meine mich mir mit nach nicht nie noch nur ob oder ohne schon
    sehr sein seine sich sie sind so soll sollte über um und uns unser unsere unter viel vom von vor
    waren weil wenn werden wie wieder wir wird wo wurde wurden zu zum zur zwischen
    | die war man in hin also bald wer was will dies`,
  french: `ai alors après au aussi aux avait avec avez avons beaucoup bien ça ce cela ces cette chez
    comme dans de des deux donc du elle elles en encore est et était être eu faire fait il ils je la le
    les leur leurs lui là ma mais mes moi même ne nos notre nous on ont ou où par parce pas peu peut
    plus pour qu quand que quelque qui sa sans se ses si sont sous sur ta tous tout toute très trop tu
    un une va vers vos votre vous y été
    | a as but son me sent`,
  spanish: `al algo antes así aún aunque cada como con contra cuando de del desde donde dos e el ella
    ellos en entre era es esa ese eso esta está están estas este esto estos fue ha hace hacer hasta hay
    la las le les lo los mas más me mi mis mucho muy nada ni nos nosotros nunca o os otra otro para pero
    poco por porque pues que quien se según sea ser si sí sin sobre son su sus también tan tanto te
    tiene tienen todo todos tu un una uno unos y ya yo
    | no he has van sin`,
  italian: `ad agli ai al alla alle anche ancora c che chi ci come con cosa cui da dai dal dalla degli
    dei del della delle di dove e è era essere gli ha hai hanno ho i il in io la le lei lo loro lui ma
    mi mia mio molto ne nei nel nella noi non o ogni per perché però più poi poco qualche quando quanto
    quello questa questo qui sempre senza si sia siamo solo sono su sua sul sulla suo tra troppo tu
    tutti tutto un una uno
    | a me so sole come`,
  dutch: `aan al alles als altijd andere ben bij dan dat de der deze die dit doen door dus een en er
    geen had heb hebben heeft heel hem het hier hij hoe hun ik ja je jij kan kon maar meer mij mijn moet
    na naar niet niets nog nu of om omdat ons onze ook op over te tegen toch toen tot u uit uw van veel
    voor waar waren wat we weer wel werd wie wij worden zal ze zich zij zijn zo zonder zou
    | want men me is in was`,
  portuguese: `à ao aos as até com como da das de dela dele depois do dos e é ela ele eles em entre
    era essa esse está estão eu foi há isso isto já lá lhe mais mas meu minha muito na não nas nem no
    nos nós nossa nosso num numa o os ou para pela pelo por porque quando que quem se sem ser seu seus
    só sua também te tem têm tudo um uma você vocês
    | a me so sobre`,
} as const

type Language = { readonly telling: ReadonlySet<string>; readonly all: ReadonlySet<string> }

const lists: readonly Language[] = Object.values(languages).map((list) => {
  const [own, shared] = list.split('|').map((part) => part.trim().split(/\s+/))
  return {
    telling: new Set(own!.filter((word) => word.length > 1 && !stopWords.has(word))),
    all: new Set([...own!, ...shared!]),
  }
})

/**
 * Words of a text that carry grammar in the language it seems to be in: the one most of whose
 * grammatical words it uses, if more than English ones; else none. Lists by hand, for German, French,
 * Spanish, Italian, Dutch and Portuguese.
 *
 * @param spoken  as `words` gives them
 */
export function functionWordsOf(spoken: readonly string[]): ReadonlySet<string> {
  const count = (one: ReadonlySet<string>) => spoken.filter((word) => one.has(word)).length
  let most = count(stopWords)
  let found: ReadonlySet<string> = none
  for (const { telling, all } of lists) {
    const hits = count(telling)
    if (hits <= most) continue
    most = hits
    found = all
  }
  return found
}

const none: ReadonlySet<string> = new Set()
