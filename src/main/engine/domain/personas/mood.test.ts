import { expect, it } from 'vitest'
import { temperamentOf } from './mood.ts'

const average = {
  openness: 0,
  conscientiousness: 0,
  extraversion: 0,
  agreeableness: 0,
  neuroticism: 0,
}

it('puts the average person in the middle', () => {
  expect(temperamentOf(average)).toEqual({
    moodBaseline: { valence: 0, arousal: 0, dominance: 0 },
    moodArousability: 0.5,
  })
})

it('follows the published weights, halved', () => {
  const traits = {
    openness: 1,
    conscientiousness: 1,
    extraversion: 1,
    agreeableness: 1,
    neuroticism: -1,
  }
  expect(temperamentOf(traits)).toEqual({
    moodBaseline: { valence: 0.495, arousal: -0.03, dominance: 0.35 },
    moodArousability: 0.47,
  })
})

it('makes the anxious easier to move and stays in range at the extremes', () => {
  const anxious = temperamentOf({ ...average, neuroticism: 2 })
  expect(anxious.moodArousability).toBeGreaterThan(0.7)
  const extreme = temperamentOf({
    openness: 9,
    conscientiousness: 9,
    extraversion: 9,
    agreeableness: 9,
    neuroticism: -9,
  })
  expect(extreme.moodBaseline).toEqual({ valence: 1, arousal: -0.27, dominance: 1 })
})
