import { useQuery } from '@tanstack/react-query'
import {
  traitNames,
  type AttributeValue,
  type Persona,
} from '../../../../shared/contract/personas.ts'
import { Section } from '../../components/section.tsx'
import { describeMood, describeShift } from '../../lib/mood.ts'
import { describeStyle } from '../../lib/style-sentence.ts'
import { sessionsQuery } from '../interview/interview.queries.ts'
import { MoodLines } from './mood-lines.tsx'
import classes from './profile-column.module.css'
import { TraitLine } from './trait-line.tsx'

export function ProfileColumn({ persona }: { persona: Persona }) {
  return (
    <aside aria-label="Profile" className={classes.column}>
      <div>
        <p className={classes.name}>
          {persona.firstName} {persona.lastName}
        </p>
        <p className="quiet">{identityLine(persona)}</p>
      </div>
      <p className="reading">{persona.summary}</p>
      <Section title="Traits, as percentiles">
        <ul className={classes.lines}>
          {traitNames.map((name) => (
            <TraitLine key={name} name={name} percentile={persona.traits[name]} />
          ))}
        </ul>
      </Section>
      <Section title="Values, most important first">
        <ol className={classes.values}>
          {persona.values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ol>
      </Section>
      <Section title="Style">
        <p>{describeStyle(persona.communicationStyle)}</p>
      </Section>
      <Knowledge persona={persona} />
      <MoodNow persona={persona} />
      <Facts persona={persona} />
    </aside>
  )
}

function identityLine({ age, gender, baseOccupation, location }: Persona): string {
  return [String(age), gender, baseOccupation, location].filter(Boolean).join(' · ')
}

function Knowledge({ persona }: { persona: Persona }) {
  if (persona.domainKnowledge.length === 0) return null
  return (
    <Section title="Knowledge">
      <ul className={classes.lines}>
        {persona.domainKnowledge.map(({ topic, level, origin }) => (
          <li key={topic} title={origin}>
            <div className={classes.topic}>
              <span>{topic}</span>
              <span className="quiet number">{Math.round(level)}</span>
            </div>
            <div className={classes.bar} aria-hidden>
              <div style={{ width: `${level}%` }} />
            </div>
            <p className="quiet small">{origin}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MoodNow({ persona }: { persona: Persona }) {
  const { data: sessions } = useQuery(sessionsQuery(persona.id))
  const mood = sessions?.[0]?.mood ?? persona.moodBaseline
  return (
    <Section title="Mood now against baseline">
      <p>
        {describeMood(mood)}{' '}
        <span className="quiet">– {describeShift(mood, persona.moodBaseline)}</span>
      </p>
      <MoodLines mood={mood} baseline={persona.moodBaseline} />
    </Section>
  )
}

function Facts({ persona }: { persona: Persona }) {
  const facts = Object.entries<AttributeValue | undefined>({
    education: persona.education,
    income: persona.income,
    household: persona.household,
    language: persona.language,
    ...persona.attributes,
  }).filter(([, value]) => value !== undefined)
  if (facts.length === 0) return null
  return (
    <Section title="Facts">
      <dl className={classes.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt className="quiet">{key}</dt>
            <dd>{value === true ? 'yes' : value === false ? 'no' : String(value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
