import type { Statement } from '../claims/claim.ts'
import type { ClaimContext } from '../claims/claim-context.ts'
import { isForeignLanguage } from '../lexicon/language-names.ts'
import { polar } from './statements.ts'

/** Nobody comes to speak a language in less: who speaks it did so that long before. */
const LEARNING_DAYS = 180

const sameLanguage: Readonly<Record<string, string>> = {
  Mandarin: 'Chinese',
  Farsi: 'Persian',
  Gaelic: 'Irish',
}

/** A language is not unlearned: who speaks it spoke it ever after, and who does not never did. */
export function speaking(spoken: string, polarity: boolean, day: number): Statement {
  return polar('speaks', sameLanguage[spoken] ?? spoken, polarity, { days: known(polarity, day) })
}

/** Whether somebody speaks any but that one. */
export function speakingAnother(spoken: string, polarity: boolean, day: number): Statement {
  const statement = polar('speaking another language', '', polarity, { days: known(polarity, day) })
  return { ...statement, value: sameLanguage[spoken] ?? spoken }
}

/** All that follows from speaking a language. */
export function spokenStatements(language: string, context: ClaimContext): Statement[] {
  const { eventDay, homeCountries } = context
  const said = [speaking(language, true, eventDay), speakingAnother(language, true, eventDay)]
  if (isForeignLanguage(language, homeCountries))
    said.push(speaking('a second language', true, eventDay))
  return said
}

function known(polarity: boolean, day: number) {
  return polarity ? { from: day - LEARNING_DAYS, to: Infinity } : { from: -Infinity, to: day }
}
