import type { Page } from '@playwright/test'
import { startFakeOpenAi, type Behaviour } from '../helpers/fake-openai-server.ts'
import { expect, test } from './fixtures.ts'

const fine: Behaviour = { kind: 'answer', words: ['Answer: ', 'Agree'], delayMs: 150 }

let server: Awaited<ReturnType<typeof startFakeOpenAi>>
test.beforeAll(async () => {
  server = await startFakeOpenAi()
  process.env['WORKBENCH_MODEL_BASE_URL'] = server.baseUrl
  process.env['WORKBENCH_MODEL_NAME'] = 'served'
})
test.afterAll(async () => {
  delete process.env['WORKBENCH_MODEL_BASE_URL']
  delete process.env['WORKBENCH_MODEL_NAME']
  await server.stop()
})

test('a run is seen to wait and work, is paused, and goes on', async ({ page, workbench }) => {
  // The endpoint asks for time once, in the middle.
  server.behave((n) =>
    n === 12 ? { kind: 'status', status: 429, headers: { 'retry-after': '6' } } : fine,
  )
  // The first stream ends at once and says nothing, as behind a proxy that gives up.
  let streams = 0
  await page.route('**/runs/*/events', (route) => {
    streams += 1
    return streams === 1
      ? route.fulfill({ status: 200, contentType: 'text/event-stream', body: '' })
      : route.continue()
  })
  await openRun(page, workbench.url, { people: 40, budgetTokens: 4000 })
  await expect(page.getByRole('status').getByText('Waiting for the endpoint')).toBeVisible()
  await expect(page.getByText(/It asked for time until \d/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Errors' })).toContainText('rate_limited')
  await expect(page.getByRole('status').getByText('Working')).toBeVisible({ timeout: 20_000 })

  await page.keyboard.press('p')
  await expect(page.getByText(/Nothing is sent until you resume/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Keep the run' }).click()
  await page.reload()
  // Going somewhere by keys does nothing to the run on the way.
  await expect(page.getByText(/Nothing is sent until you resume/)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/\/personas/)
  await page.goBack()
  await expect(page.getByText(/Nothing is sent until you resume/)).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText('40 of 40 tasks')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('✓ Finished')).toBeVisible()
  const answers = page.getByRole('region', { name: 'Latest answers' })
  await answers.getByRole('link').first().click()
  await expect(page.getByRole('dialog').getByText('Answer: Agree').first()).toBeVisible()
})

test('a budget that is reached can be raised', async ({ page, workbench }) => {
  server.behave({ ...fine, delayMs: 20 })
  await openRun(page, workbench.url, { people: 5, budgetTokens: 500 })
  const budget = page.getByRole('region', { name: 'Budget reached' })
  await expect(budget).toBeVisible()
  await budget.getByLabel('New cap, output tokens').fill('50000')
  await budget.getByRole('button', { name: 'Raise the budget and go on' }).click()
  await expect(page.getByText('5 of 5 tasks')).toBeVisible()
  await expect(page.getByRole('meter', { name: 'Tokens out against the budget' })).toBeVisible()
})

type Small = { people: number; budgetTokens: number }

/** A study put there as a script would, launched from its page. */
async function openRun(page: Page, url: string, { people, budgetTokens }: Small): Promise<void> {
  const file = {
    workbench: 1,
    name: 'Bus pass',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 25 + (i % 40),
        location: 'Lyon, France',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [{ name: 'Everybody', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Bus pass',
      objective: 'Learn whether it is fair',
      questions: [{ id: 'fair', type: 'likert', text: 'The bus pass is fair.' }],
    },
    study: { model: 'served', maxConcurrency: 2, budgetTokens },
  }
  await expect(page.getByRole('link', { name: 'Studies', exact: true })).toBeVisible()
  const status = await page.evaluate(
    async ([path, body]) => {
      const key = sessionStorage.getItem('workbench-key') ?? ''
      const headers = { 'content-type': 'application/json', 'x-api-key': key }
      return (await fetch(path!, { method: 'POST', headers, body: body! })).status
    },
    [`${url}/study-files`, JSON.stringify({ file })],
  )
  expect(status).toBe(201)
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: 'Bus pass' }).first().click()
  await page.getByRole('tab', { name: 'Readiness' }).click()
  await page.getByRole('button', { name: /^Launch knowing these/ }).click()
  await expect(page).toHaveURL(/\/runs\//)
}
