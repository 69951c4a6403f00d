import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const study = {
  workbench: 1,
  name: 'Ways to work',
  personas: {
    inline: Array.from({ length: 24 }, (_, i) => ({
      firstName: `Ada${i}`,
      lastName: 'Berg',
      age: 20 + 2 * i,
      location: 'Leeds, England',
      baseOccupation: 'Nurse',
      attributes: { area: i % 2 ? 'city' : 'village' },
    })),
  },
  cohorts: ['city', 'village'].map((value) => ({
    name: value === 'city' ? 'City' : 'Village',
    criteria: { field: 'attributes.area', op: 'eq', value },
  })),
  population: {},
  skill: {
    name: 'Ways to work',
    objective: 'Learn what people think of riding to work',
    questions: [
      {
        id: 'beliefs',
        type: 'matrix',
        text: 'How far do you agree?',
        rows: ['It is quick', 'It is safe in traffic'],
      },
    ],
  },
  study: {},
}

test('explain an answer and build a scale, kept by the address', async ({ page, workbench }) => {
  const { studyName } = await restOf(workbench).runStudyFile(JSON.stringify(study))
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: studyName }).first().click()
  await page.getByRole('link', { name: 'Run 1', exact: true }).click()
  await page.getByRole('navigation', { name: 'Evidence' }).getByText('Models').click()
  await expect(page.getByText('What goes with an answer?')).toBeVisible()

  // By keyboard: what is explained, and by what.
  const explain = page.getByRole('combobox', { name: 'Explain' })
  await explain.fill('It is quick')
  await page.getByRole('option', { name: 'It is quick' }).click()
  const by = page.getByRole('combobox', { name: 'By' })
  await by.fill('Age')
  await page.getByRole('option', { name: 'Age', exact: true }).click()
  await by.fill('Cohort')
  await page.getByRole('option', { name: 'Cohort', exact: true }).click()
  await page.keyboard.press('Escape')
  const plot = page.getByRole('group', { name: 'Coefficients' })
  await expect(plot.getByText('age, per 10')).toBeVisible()
  await expect(plot.getByRole('img', { name: /^cohort: / })).toBeVisible()

  // What others are set against, and the numbers behind the picture.
  const against = plot.getByRole('combobox', { name: 'cohort: set against' })
  const before = await against.inputValue()
  await against.click()
  await page.getByRole('option').filter({ hasNotText: before }).first().click()
  await expect(against).not.toHaveValue(before)
  const figure = page.getByRole('region', { name: 'How far do you agree? · It is quick' })
  await figure.getByText('Table', { exact: true }).click()
  await expect(page.getByRole('row', { name: /^Intercept/ })).toBeVisible()
  await page.keyboard.press('t')
  await expect(plot).toBeVisible()

  // The address keeps it all.
  await page.reload()
  await expect(against).not.toHaveValue(before)
  await expect(plot.getByText('age, per 10')).toBeVisible()

  // A scale of two rows of the matrix, one of them turned round.
  await page.getByText('Build a scale', { exact: true }).click()
  const items = page.getByRole('combobox', { name: 'Items' })
  await items.fill('It is quick')
  await page.getByRole('option', { name: 'It is quick' }).click()
  await items.fill('It is safe')
  await page.getByRole('option', { name: 'It is safe in traffic' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('ω needs three items. With two, α is all there is.')).toBeVisible()
  const quick = page.getByRole('switch', { name: /^Reverse .*It is quick/ })
  await quick.focus()
  await page.keyboard.press('Space')
  await expect(quick).toBeChecked()
  await expect(page).toHaveURL(/reversed=/)
  await page.goBack()
  await expect(quick).not.toBeChecked()
})
