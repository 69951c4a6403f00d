export type Field =
  'date' | 'age' | 'label' | 'facts' | 'feelings' | 'interpretation' | 'type' | 'strength' | 'tags'

const names: Readonly<Record<Field, string>> = {
  date: 'date when time eventat event_at day year datum fecha data jahr annee année eventdate occurred happened timestamp',
  age: 'age alter edad',
  label:
    'title label event eventlabel event_label name headline subject summary titel titre evento ereignis événement evenement',
  facts:
    'facts fact description text what details detail story memory content body notes note beschreibung descripción descripcion happened',
  feelings: 'feelings feeling felt emotion_text mood how_it_felt gefühl gefuehl sentiment',
  interpretation:
    'interpretation meaning lesson significance reflection takeaway what_it_means bedeutung learned',
  type: 'type memorytype memory_type kind category',
  strength: 'strength memorystrength memory_strength intensity importance weight vividness',
  tags: 'tags tag emotions emotiontags emotion_tags emotion keywords',
}
const fieldOf = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split(' ').map((name) => [name, field as Field] as const),
  ),
)

export type Columns = ReadonlyMap<Field, number>

/** Which column holds what, by the names in the head; a field goes to the first that has it. */
export function mapColumns(header: readonly string[]): Columns {
  const columns = new Map<Field, number>()
  header.forEach((name, i) => {
    const key = name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
    const field = fieldOf.get(key) ?? fieldOf.get(key.replaceAll('_', ''))
    if (field !== undefined && !columns.has(field)) columns.set(field, i)
  })
  return columns
}

const SEPARATORS = [',', ';', '\t', '|']

/** What separates the columns: the mark that most lines have equally many of, outside of quotes. */
export function findSeparator(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scores = SEPARATORS.map((separator) => {
    const first = (lines[0] ?? '').split(separator).length - 1
    const like = lines.filter((line) => line.split(separator).length - 1 === first).length
    return first === 0 ? 0 : like * 100 + first
  })
  return SEPARATORS[scores.indexOf(Math.max(...scores))]!
}
