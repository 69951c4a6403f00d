// Words of one line are one condition.
const lines = `
diabetes|diabetic
asthma|asthmatic
epilepsy|epileptic|seizures
migraine|migraines
arthritis|rheumatism
cancer|breast cancer|skin cancer|leukaemia|leukemia|lymphoma
coeliac disease|celiac disease|coeliac|celiac
depression|clinical depression
eczema
psoriasis
insomnia
an anxiety disorder|anxiety disorder|panic attacks
tinnitus
high blood pressure|hypertension|blood pressure
heart condition|heart attack|heart disease
dyslexia|dyslexic
autism|autistic
malaria
tuberculosis|TB
pneumonia
stroke
anaemia|anaemic|anemia|anemic
colour blindness|colour-blind|color-blind|colour blind|color blind|colorblind|colourblind
deafness|deaf
blindness|blind
lactose intolerant|lactose-intolerant|lactose intolerance
bipolar|bipolar disorder
polio
measles
gout
multiple sclerosis
hepatitis
Parkinson's|Parkinson's disease
Crohn's|Crohn's disease
vertigo
hay fever
appendicitis
COVID|Covid
chickenpox
shingles
scoliosis`

const names = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const words = line.split('|')
  for (const word of words) names.set(word.toLowerCase(), words[0]!)
}

/** A condition, as the source of a pattern without groups; adjectives are read apart. */
export const CONDITION = `(?:${[...names.keys()]
  .filter((name) => !/(?:ic|deaf|blind|coeliac|celiac|bipolar|intolerant)$/.test(name))
  .toSorted((a, b) => b.length - a.length)
  .map((name) =>
    name
      .replace(/^parkinson/, '[Pp]arkinson')
      .replace(/^crohn/, '[Cc]rohn')
      .replace(/^tb$/, 'TB')
      .replace(/^covid$/, '[Cc](?:ovid|OVID)'),
  )
  .join('|')})`

export function conditionOf(word: string): string {
  return names.get(word.toLowerCase()) ?? word.toLowerCase()
}
