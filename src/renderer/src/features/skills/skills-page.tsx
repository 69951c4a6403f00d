import { Button } from '@mantine/core'
import { IconHelpCircle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { NewStudyButton } from '../../components/new-study-button.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { ImportSkillButton } from './files/import-skill.tsx'
import { skillsQuery } from './skills.queries.ts'

const columns: Column<Skill>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Objective', cell: ({ objective }) => objective },
  { label: 'Questions', align: 'end', cell: ({ questions }) => questions.length },
  { label: 'Version', align: 'end', cell: ({ version }) => version },
  { label: 'Changed', cell: ({ updatedAt }) => <RelativeTime iso={updatedAt} /> },
]

export function SkillsPage() {
  const query = useQuery(skillsQuery())
  return (
    <Page
      title="Skills"
      actions={
        <>
          <ImportSkillButton />
          <NewSkillButton />
        </>
      }
    >
      <QueryView query={query}>
        {(skills) =>
          skills.length === 0 ? (
            <EmptyState
              icon={<IconHelpCircle size={28} stroke={1.5} />}
              title="No skills yet"
              actions={
                <>
                  <NewSkillButton />
                  <NewStudyButton label="Start a study" />
                </>
              }
            >
              A skill is a reusable research task: one objective, the questions asked, and how
              answers are read. Each saved change is a version that past studies keep.
            </EmptyState>
          ) : (
            <DataList
              label="Skills"
              items={skills}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/skills/${id}`}
              columns={columns}
            />
          )
        }
      </QueryView>
    </Page>
  )
}

function NewSkillButton() {
  return (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/skills/new" {...props} />}
    >
      New skill
    </Button>
  )
}
