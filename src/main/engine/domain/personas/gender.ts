export type Gender = 'woman' | 'man' | 'other'

/** What a free-text gender says; `other` where it says neither, or nothing. */
export function readGender(text: string | undefined): Gender {
  const word = (text ?? '').trim().toLowerCase()
  if (women.test(word)) return 'woman'
  if (men.test(word)) return 'man'
  return 'other'
}

// English first, then the commonest words of survey files in other languages.
const women =
  /^(f|w|woman|women|female|girl|lady|cis ?woman|trans ?woman|femme|féminin|fille|frau|weiblich|mujer|femenino|donna|femmina|mulher|feminino|vrouw|kvinna|kvinde|kobieta)$/
const men =
  /^(m|man|men|male|boy|gentleman|cis ?man|trans ?man|homme|masculin|garçon|mann|männlich|hombre|masculino|uomo|maschio|homem|heer|mies|mężczyzna)$/

/** Pronouns with the verb endings they ask for: "{they} work{s}", "{they} {is} tired". */
export type Pronouns = Readonly<
  Record<'they' | 'them' | 'their' | 'is' | 'has' | 'was' | 's' | 'es' | 'ies', string>
>

const singular = { is: 'is', has: 'has', was: 'was', s: 's', es: 'es', ies: 'ies' }
const plural = { is: 'are', has: 'have', was: 'were', s: '', es: '', ies: 'y' }

export const pronounsOf: Readonly<Record<Gender, Pronouns>> = {
  woman: { they: 'she', them: 'her', their: 'her', ...singular },
  man: { they: 'he', them: 'him', their: 'his', ...singular },
  other: { they: 'they', them: 'them', their: 'their', ...plural },
}
