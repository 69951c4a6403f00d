import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { z } from 'zod'
import { ErrorPanel } from '../components/error-panel.tsx'
import { CrosstabSearch } from '../features/crosstab/crosstab.search.ts'
import { ValidationSearch } from '../features/validation/validation.search.ts'
import { EvidenceSearch } from '../features/evidence/evidence.search.ts'
import { ModelsSearch } from '../features/regression/models.search.ts'
import { OverviewPage } from '../features/overview/overview-page.tsx'
import { PersonasPage } from '../features/personas/personas-page.tsx'
import { PersonasSearch } from '../features/personas/personas.search.ts'
import { CohortSearch } from '../features/cohorts/cohorts.search.ts'
import { PopulationSearch } from '../features/populations/populations.search.ts'
import { SkillSearch } from '../features/skills/skills.search.ts'
import { StudySearch } from '../features/studies/study.search.ts'
import { ThemesSearch } from '../features/themes/themes.search.ts'
import { TimelineSearch } from '../features/timeline/timeline.search.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const getParentRoute = () => root

const overview = createRoute({ getParentRoute, path: '/', component: OverviewPage })
const personas = createRoute({
  getParentRoute,
  path: '/personas',
  validateSearch: PersonasSearch,
  component: PersonasPage,
})
const persona = createRoute({
  getParentRoute,
  path: '/personas/$personaId',
  validateSearch: TimelineSearch,
  component: lazyRouteComponent(
    () => import('../features/personas/persona-page.tsx'),
    'PersonaPage',
  ),
})
const interview = createRoute({
  getParentRoute,
  path: '/personas/$personaId/interview',
  validateSearch: z.object({
    session: z.string().optional().catch(undefined),
    /** Taken over by the composer: what an interview begun here is asked as of. */
    asOf: z.iso.date().optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/interview/interview-page.tsx'),
    'InterviewPage',
  ),
})
const cohorts = createRoute({
  getParentRoute,
  path: '/cohorts',
  component: lazyRouteComponent(
    () => import('../features/cohorts/cohorts-page.tsx'),
    'CohortsPage',
  ),
})
const cohort = createRoute({
  getParentRoute,
  path: '/cohorts/$cohortId',
  validateSearch: CohortSearch,
  component: lazyRouteComponent(() => import('../features/cohorts/cohort-page.tsx'), 'CohortPage'),
})
const generateCohort = createRoute({
  getParentRoute,
  path: '/cohorts/generate',
  component: lazyRouteComponent(
    () => import('../features/cohorts/generate-page.tsx'),
    'GeneratePage',
  ),
})
const newCohort = createRoute({
  getParentRoute,
  path: '/cohorts/new',
  component: lazyRouteComponent(
    () => import('../features/cohorts/cohort-page.tsx'),
    'NewCohortPage',
  ),
})
const populations = createRoute({
  getParentRoute,
  path: '/populations',
  component: lazyRouteComponent(
    () => import('../features/populations/populations-page.tsx'),
    'PopulationsPage',
  ),
})
const population = createRoute({
  getParentRoute,
  path: '/populations/$populationId',
  validateSearch: PopulationSearch,
  component: lazyRouteComponent(
    () => import('../features/populations/population-page.tsx'),
    'PopulationPage',
  ),
})
const newPopulation = createRoute({
  getParentRoute,
  path: '/populations/new',
  component: lazyRouteComponent(
    () => import('../features/populations/population-page.tsx'),
    'NewPopulationPage',
  ),
})
const skills = createRoute({
  getParentRoute,
  path: '/skills',
  component: lazyRouteComponent(() => import('../features/skills/skills-page.tsx'), 'SkillsPage'),
})
const skill = createRoute({
  getParentRoute,
  path: '/skills/$skillId',
  validateSearch: SkillSearch,
  component: lazyRouteComponent(() => import('../features/skills/skill-page.tsx'), 'SkillPage'),
})
const newSkill = createRoute({
  getParentRoute,
  path: '/skills/new',
  component: lazyRouteComponent(
    () => import('../features/skills/editor/skill-editor-page.tsx'),
    'NewSkillPage',
  ),
})
const editSkill = createRoute({
  getParentRoute,
  path: '/skills/$skillId/edit',
  component: lazyRouteComponent(
    () => import('../features/skills/editor/skill-editor-page.tsx'),
    'EditSkillPage',
  ),
})
const studies = createRoute({
  getParentRoute,
  path: '/studies',
  validateSearch: z.object({ open: z.boolean().optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => import('../features/studies/studies-page.tsx'),
    'StudiesPage',
  ),
})
const builder = createRoute({
  getParentRoute,
  path: '/studies/new',
  validateSearch: z.object({
    step: z
      .enum([
        'idea',
        'questions',
        'people',
        'population',
        'conditions',
        'analysis',
        'run',
        'launch',
      ])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/builder/builder-page.tsx'),
    'BuilderPage',
  ),
})
const study = createRoute({
  getParentRoute,
  path: '/studies/$studyId',
  validateSearch: StudySearch,
  component: lazyRouteComponent(() => import('../features/studies/study-page.tsx'), 'StudyPage'),
})
const run = createRoute({
  getParentRoute,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('../features/runs/run-page.tsx'), 'RunPage'),
})
const evidence = createRoute({
  getParentRoute,
  path: '/runs/$runId/evidence',
  validateSearch: EvidenceSearch,
  component: lazyRouteComponent(
    () => import('../features/evidence/evidence-page.tsx'),
    'EvidencePage',
  ),
})
const crosstab = createRoute({
  getParentRoute,
  path: '/runs/$runId/crosstab',
  validateSearch: CrosstabSearch,
  component: lazyRouteComponent(
    () => import('../features/crosstab/crosstab-page.tsx'),
    'CrosstabPage',
  ),
})
const models = createRoute({
  getParentRoute,
  path: '/runs/$runId/models',
  validateSearch: ModelsSearch,
  component: lazyRouteComponent(
    () => import('../features/regression/models-page.tsx'),
    'ModelsPage',
  ),
})
const validation = createRoute({
  getParentRoute,
  path: '/runs/$runId/validation',
  validateSearch: ValidationSearch,
  component: lazyRouteComponent(
    () => import('../features/validation/validation-page.tsx'),
    'ValidationPage',
  ),
})
const themes = createRoute({
  getParentRoute,
  path: '/runs/$runId/themes',
  validateSearch: ThemesSearch,
  component: lazyRouteComponent(() => import('../features/themes/themes-page.tsx'), 'ThemesPage'),
})
const api = createRoute({
  getParentRoute,
  path: '/api',
  component: lazyRouteComponent(() => import('../features/api/api-page.tsx'), 'ApiPage'),
})
const settings = createRoute({
  getParentRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('../features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
})

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    personas,
    persona,
    interview,
    cohorts,
    newCohort,
    generateCohort,
    cohort,
    populations,
    newPopulation,
    population,
    skills,
    newSkill,
    skill,
    editSkill,
    studies,
    builder,
    study,
    run,
    evidence,
    crosstab,
    models,
    themes,
    validation,
    api,
    settings,
  ]),
  basepath: '/ui',
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error }) => <ErrorPanel error={error} />,
  defaultPendingMs: 200,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
