import { expect, test } from './fixtures.ts'

test.use({ options: ['--sample'] })

test('a study says what its personas add, and what moves their answers', async ({ page }) => {
  test.setTimeout(180_000)
  const study = async () => {
    await page.getByRole('link', { name: 'Studies', exact: true }).first().click()
    await page.getByRole('table').getByRole('link').first().click()
  }
  const toEvidence = async () => {
    await expect(page).toHaveURL(/\/runs\//)
    await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 90_000 })
    await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  }
  await study()
  await page.getByRole('tab', { name: 'Design' }).click()
  await page.getByLabel('Check what the personas add').click()
  await expect(page.getByText(/^Of these, \d+ tasks: Bare model/)).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.getByRole('button', { name: 'Launch a run' }).click()
  await page.getByRole('button', { name: /^Launch knowing these/ }).click()
  await expect(page.getByText(/^Beside the study: Bare model/)).toBeVisible()
  await toEvidence()
  const added = page.getByRole('region', { name: 'What the personas add' })
  await expect(added.getByText(/^Rehearsal: The personas answer otherwise/)).toBeVisible()
  await added.getByText('Question by question').first().click()
  await expect(added.getByRole('columnheader', { name: 'By chance' }).first()).toBeVisible()

  await added.getByRole('button', { name: /answers of the arm Bare model to convenient$/ }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('All answers that count · Bare model')).toBeVisible()
  await expect(drawer.getByText('No persona').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await study()
  await page.getByRole('tab', { name: 'Robustness' }).click()
  const launch = page.getByRole('button', { name: 'Launch the robustness run' })
  await expect(launch).toBeDisabled()
  await page.getByLabel('Options in reverse order').check()
  await page.getByLabel('Personas', { exact: true }).fill('10')
  await expect(page.getByText(/^2 ways of asking, at most 20 tasks/)).toBeVisible()
  await launch.click()
  await toEvidence()
  const moved = page.getByRole('region', { name: 'What moves the answers' })
  await expect(moved.getByText(/^10 personas, each asked in 2 ways/)).toBeVisible()
  await moved.locator('summary').first().click()
  await expect(moved.getByText('Who answers').first()).toBeVisible()
})
