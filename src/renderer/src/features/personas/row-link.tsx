import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PersonaListItem } from '../../../../shared/contract/personas.ts'
import classes from './persona-table.module.css'

/** The name is the link; its area covers the whole row. */
export function RowLink({ persona, children }: { persona: PersonaListItem; children: ReactNode }) {
  return (
    <Link
      to="/personas/$personaId"
      params={{ personaId: persona.id }}
      className={classes.link}
      tabIndex={-1}
      preload={false}
    >
      {children}
    </Link>
  )
}
