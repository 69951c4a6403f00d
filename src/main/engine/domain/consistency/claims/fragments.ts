import { NUMBER } from '../lexicon/numbers.ts'

// Notes leave "I" and "I am" out.
const acts =
  /^(?:(?:Still|Also|Honestly|Personally|Obviously),? )?(?:[Dd]o not|[Cc]an not|[Cc]ould not|[Dd]id not|[Hh]ave not|[Hh]ad|[Hh]ave|[Nn]ever (?!again|mind|before|so|was |is |has |had (?:a|he|she|they|my)\b)[a-z]+|Cycled|Biked|Jogged|Snacked|Dined|Munched|Watered|Skipped|Practised|Practiced|Rehearsed|Fed|Knitted|Sailed|Hiked|Polished off|Downed|Sank|Sipped|Ordered|Hate|Love|Adore|Detest|Loathe|Enjoy|Drove|Parked|Can|Swam|Sang|Danced|Texted|Smoked|Drank|Ate|Grabbed|Phoned|Rang|Called|Visited|Dropped|Tucked|Took|Put|Wear|Own|Keep|Need|Prefer|Avoid|Sleep|Wake|Get up|Go|Run|Swim|Drive|Cook|Play|Sing|Live)\b(?! (?:Street|Road|Lane))/
const is =
  /^(?:Not (?:a|an|much of a|remotely|at all|really|very|married|allergic|afraid|scared)|Allergic|Vegan|Vegetarian|Pescatarian|Teetotal|Single|Childless|Childfree|Left-?handed|Right-?handed|Terrified|Scared|Afraid|Bald|Shy|Only child|An only child|Happily|Married|Divorced|Widowed|Diabetic|Asthmatic|Colou?r-?blind|Deaf|Up at|In bed by|Dry my|Sober)\b/
const has =
  /^(?:No (?:brothers?|sisters?|siblings|kids|children|pets?|car|TV|tattoos?|allergies))\b/

// "Thirty today", "Twenty-five years old and tired": the persona, where nobody is named.
const aged = new RegExp(
  `^(?:${NUMBER.replaceAll(/\b[a-z]+/g, (word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)}) (?:today\\b|years old (?:and|today|now|this|tomorrow)\\b)`,
)
const did =
  /^(?:Voted|Prayed|Fasted|Confessed|Confirmed|Christened|Cast|Put|Turned|Crossed|Laid|Canvassed|Proposed|Eloped|Found|Dug|Dusted|Looked|Counted|Filled|Sorted|Framed|Hung|Remembered|Showed|Walked|Stood|Sat|Knelt) /

const had =
  /^(?:(?:Two|Three|Four|Five|Six|Seven|Several|A few|A couple of|First|Second|Third|Fourth|Fifth|Sixth|Another|One more|Too many|Too much|Half a|Big|Massive|Huge|Lovely|My usual) (?:[a-z]+ ){0,3}(?:beers?|pints?|wines?|glass(?:es)?|bottles?|cups?|mugs?|coffees?|espressos?|lattes?|teas?|whisk(?:e)?y|bourbon|wine|beer|gin|vodka|rum|whiskies|gins?|cocktails?|cigarettes?|hangover|steak|burgers?|pizza)\b|(?!(?:Mum|Dad|Mom)\b)[A-Z][a-z-]+(?: [a-z-]+){0,4} for (?:breakfast|lunch|dinner|supper|tea)\b|(?:Lunch|Dinner|Breakfast|Supper|Coffee|Drinks|Brunch|Weekend|Long call|Phone call) with\b)/
const brood = /^(?:Two|Three|Four|Both) (?:kids|boys|girls|children)\b/

/** "As a vegetarian, I …", "as someone who never married, I …": the same as "I am", "I". */
export const asRole =
  /^(?:As|Being) (?=(?:an?|the) [^,]{3,60}, (?:I|we|my)\b)|^(?:Being |[Bb]ecause I am )(?=(?:left|right|allergic|vegan|vegetarian|teetotal|single)\b)|\bI, who (?=has|is|have|am|never|does|do|was)|\bI, (?=(?:an?|the) (?:[a-z-]+ ){0,3}[a-z-]+, [a-z])|\b(?:I and [A-Z][a-z]+|[A-Z][a-z]+ and I) (?=have|has|had|own|keep|never|do not|can not|adopted)|\b[Aa]s (?:someone|a person|somebody|one|a man|a woman) who /g

/** What stands for a match of `asRole`. */
export function plainRole(role: string): string {
  if (/ and | who $/.test(role)) return role.includes(' and ') ? 'we ' : 'I '
  return 'I am '
}

/** The words that a note leaves out before its verb; none where it leaves none out. */
export function missingSubject(text: string): string {
  if (acts.test(text)) return 'I '
  if (did.test(text)) return 'I '
  if (is.test(text) || aged.test(text)) return 'I am '
  if (had.test(text)) return 'I had '
  return has.test(text) || brood.test(text) ? 'I have ' : ''
}
