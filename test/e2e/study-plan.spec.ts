import { expect, test } from './fixtures.ts'

test.use({ options: ['--sample'] })

test('a plan is written, registered, checked and launched knowingly', async ({ page }) => {
  const shot = (name: string) =>
    process.env['SHOTS'] ? page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) : null
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('table').getByRole('link').first().click()
  const tab = (name: string) => page.getByRole('tab', { name }).click()

  await tab('Design')
  await page.getByLabel('Hypothesis').fill('People in the city use it more')
  await page.getByLabel('Exclusions').fill('None')
  await page.getByLabel('Decision owner').fill('Kim')
  await shot('design')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()

  await tab('Power')
  await expect(page.getByRole('table', { name: 'Smallest differences' })).toBeVisible()
  await shot('power')

  await tab('Registration')
  await page.getByRole('button', { name: 'Register the plan' }).click()
  await expect(page.getByText('the study is as it was registered')).toBeVisible()
  await tab('Design')
  await page.getByLabel('Hypothesis').fill('Nobody uses it')
  await page.getByRole('button', { name: 'Save' }).click()
  await tab('Registration')
  await expect(page.getByText('became “Nobody uses it”')).toBeVisible()
  await shot('registration')

  await tab('History')
  await expect(page.getByRole('article', { name: 'Revision 3' })).toBeVisible()
  await shot('history')

  await tab('Schedule')
  await page.getByRole('button', { name: 'Add the schedule' }).click()
  await expect(page.getByText(/^Next: /)).toBeVisible()
  await shot('schedule')

  await page.getByRole('button', { name: 'Launch a run' }).click()
  await expect(page.getByRole('list', { name: 'Readiness' })).toBeVisible()
  await shot('readiness')
  await page.getByRole('button', { name: /^Launch knowing these/ }).click()
  await expect(page).toHaveURL(/\/runs\//)
})
