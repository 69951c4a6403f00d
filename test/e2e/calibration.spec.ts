import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

test.use({ options: ['--sample'] })

test('a version is put to a few people, and what they said stands side by side', async ({
  page,
  workbench,
}) => {
  const shot = (name: string) =>
    process.env['SHOTS']
      ? page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
      : null
  const id = await restOf(workbench).createSkill({
    name: 'Night bus',
    objective: 'Find out who would use a night bus.',
    questions: [
      { id: 'like', type: 'likert', text: 'I would like a night bus in {{town}}.' },
      { id: 'why', type: 'open', text: 'Why?' },
    ],
  })
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()
  const panel = page.getByRole('region', { name: 'Calibration', exact: true })
  await expect(panel).toContainText('Version 1 was not calibrated yet')
  const start = panel.getByRole('button', { name: 'Calibrate' })
  await expect(start).toBeDisabled()
  await panel.getByLabel('{{town}}').fill('Leeds')
  await panel.getByLabel('People').fill('4')
  await start.click()

  // It goes on while one is elsewhere.
  await page.getByRole('link', { name: 'Personas', exact: true }).click()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/skills/${id}`))
  const past = panel.getByRole('list', { name: 'Calibrations of version 1' })
  await expect(past.getByRole('listitem')).toHaveCount(1)
  await expect(past).toContainText('4 people')
  await expect(past).toContainText('Rehearsal')
  const like = panel.getByRole('region', { name: 'Calibration of like' })
  await expect(like).toContainText('I would like a night bus in {{town}}.')
  const summary = like.getByText('Answers side by side')
  const table = like.getByRole('table')
  if (!(await table.isVisible())) await summary.click()
  await expect(table.getByRole('row')).toHaveCount(5)
  await expect(table.getByRole('columnheader', { name: 'Second time' })).toBeVisible()
  await table.getByRole('row').last().scrollIntoViewIfNeeded()
  await shot('calibration')
})
