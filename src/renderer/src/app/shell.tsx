import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { workspaceQuery } from '../features/workspace/workspace.queries.ts'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { Shortcuts } from './shortcuts.tsx'

export function Shell() {
  const { data: workspace } = useQuery(workspaceQuery())
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <Rail workspaceName={workspace?.name} />
      <main className={classes.content}>
        <Outlet />
      </main>
      <Palette />
      <Shortcuts />
    </div>
  )
}
