// Notes leave "I" and "I am" out.
const acts =
  /^(?:(?:Still|Also|Honestly|Personally|Obviously),? )?(?:[Dd]o not|[Cc]an not|[Cc]ould not|[Dd]id not|[Hh]ave not|[Hh]ad|[Hh]ave|[Nn]ever (?!again|mind|before|so|was |is |has |had (?:a|he|she|they|my)\b)[a-z]+|Cycled|Biked|Jogged|Snacked|Dined|Munched|Watered|Skipped|Practised|Practiced|Rehearsed|Fed|Knitted|Sailed|Hiked|Polished off|Downed|Sank|Sipped|Ordered|Hate|Love|Adore|Detest|Loathe|Enjoy|Drove|Parked|Can|Swam|Sang|Danced|Texted|Smoked|Drank|Ate|Grabbed|Phoned|Rang|Called|Visited|Dropped|Tucked|Took|Put|Wear|Own|Keep|Need|Prefer|Avoid|Sleep|Wake|Get up|Go|Run|Swim|Drive|Cook|Play|Sing|Live)\b(?! (?:Street|Road|Lane))/
const is =
  /^(?:Not (?:a|an|much of a|remotely|at all|really|very|married|allergic|afraid|scared)|Allergic|Vegan|Vegetarian|Pescatarian|Teetotal|Single|Childless|Childfree|Left-?handed|Right-?handed|Terrified|Scared|Afraid|Bald|Shy|Only child|An only child|Happily|Married|Divorced|Widowed|Diabetic|Asthmatic|Colou?r-?blind|Deaf|Up at|In bed by|Dry my|Sober)\b/
const has = /^(?:No (?:brothers?|sisters?|siblings|kids|children|pets?|car|TV|tattoos?|allergies))\b/

/** The words that a note leaves out before its verb; none where it leaves none out. */
export function missingSubject(text: string): string {
  if (acts.test(text)) return 'I '
  if (is.test(text)) return 'I am '
  return has.test(text) ? 'I have ' : ''
}
