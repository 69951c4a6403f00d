import { Button } from '@mantine/core'
import { IconHelpCircle, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { CalibrationPanel } from './calibration-panel.tsx'
import { ExportSkillMenu } from './files/export-skill.tsx'
import { OlderVersion } from './older-version.tsx'
import { SkillContent } from './skill-content.tsx'
import classes from './skill-page.module.css'
import { skillQuery, skillsKey, versionsQuery } from './skills.queries.ts'
import { VersionsPanel } from './versions-panel.tsx'

const route = getRouteApi('/skills/$skillId')

export function SkillPage() {
  const { skillId } = route.useParams()
  const query = useQuery(skillQuery(skillId))
  return (
    <Page
      title={query.data?.name ?? 'Skill'}
      crumbs={[{ label: 'Skills', to: '/skills' }]}
      actions={
        query.data && (
          <>
            <Button
              leftSection={<IconPencil size={16} />}
              renderRoot={(props) => (
                <Link to="/skills/$skillId/edit" params={{ skillId }} {...props} />
              )}
            >
              Edit
            </Button>
            <ExportSkillMenu skill={query.data} />
            <TrashButton
              name={query.data.name}
              path={`/skills/${query.data.id}`}
              queryKey={skillsKey}
            />
          </>
        )
      }
    >
      <QueryView query={query}>{(newest) => <Versioned newest={newest} />}</QueryView>
    </Page>
  )
}

/** The version that the address names, the newest where it names none. */
function Versioned({ newest }: { newest: Skill }) {
  const { version: versionId = newest.versionId } = route.useSearch()
  const isNewest = versionId === newest.versionId
  const older = useQuery({ ...versionsQuery(newest.id), enabled: !isNewest })
  return (
    <div className={classes.page}>
      {isNewest ? (
        <div className={classes.content}>
          <SkillContent skill={newest} isNewest />
          <CalibrationPanel skill={newest} />
        </div>
      ) : (
        <QueryView query={older}>
          {(versions) => (
            <Older newest={newest} shown={versions.find((it) => it.versionId === versionId)} />
          )}
        </QueryView>
      )}
      <VersionsPanel skillId={newest.id} shownId={versionId} />
    </div>
  )
}

function Older({ newest, shown }: { newest: Skill; shown: Skill | undefined }) {
  if (!shown)
    return (
      <EmptyState icon={<IconHelpCircle size={28} stroke={1.5} />} title="No such version">
        This skill has no version of that id. The versions it has are listed beside.
      </EmptyState>
    )
  return (
    <div className={classes.content}>
      <OlderVersion shown={shown} newest={newest} />
      <SkillContent skill={shown} isNewest={false} />
      <CalibrationPanel skill={shown} />
    </div>
  )
}
