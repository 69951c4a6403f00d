// Words of one line are one field.
const lines = `
law|jurisprudence
medicine|medical science
nursing|midwifery
biology|marine biology|zoology|botany|life sciences|biochemistry|genetics|ecology
chemistry|chemical engineering
physics|astrophysics|astronomy
mathematics|maths|math|statistics
computer science|computing|informatics|software engineering|information technology
engineering|mechanical engineering|civil engineering|electrical engineering
architecture|urban planning
economics|business|business administration|finance|accounting|accountancy|management|marketing|commerce
psychology|neuroscience
sociology|anthropology|social work|social science|social sciences
history|art history|archaeology|ancient history
philosophy|theology|divinity
literature|English literature|English|comparative literature|creative writing
French|French literature
German|German literature|Germanistik
Spanish
Italian
linguistics|modern languages|languages|translation
political science|politics|international relations
journalism|media studies|communication|communications
education|teaching|pedagogy
music|musicology|composition|piano|violin
fine art|fine arts|art|painting|sculpture|graphic design|design|photography
drama|theatre|acting|film|dance
geography|geology|environmental science
pharmacy|pharmacology
dentistry
veterinary medicine|veterinary science
agriculture|forestry|horticulture
hotel management|tourism|hospitality
classics|Latin|Greek`

const fieldLine = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const fields = line.split('|')
  for (const field of fields)
    if (!fieldLine.has(field.toLowerCase())) fieldLine.set(field.toLowerCase(), fields[0]!)
}
const longestFirst = [...fieldLine.keys()].toSorted((a, b) => b.length - a.length)

/** A field of study, as the source of a pattern without groups. */
export const FIELD = `(?:${longestFirst.flatMap((field) => [field, field.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())]).join('|')})(?! (?:school|books?|teacher|class|lesson|paper|homework|exam|test))`

/** One name for fields that are one. */
export function fieldOf(name: string): string {
  return fieldLine.get(name.toLowerCase()) ?? name.toLowerCase()
}
