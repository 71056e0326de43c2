import { expect, it } from 'vitest'
import { evaluateDatapoints, type Treatment } from './evaluation.ts'

const treatments: readonly Treatment[] = ['missing', 'ignore', 'breaching', 'notBreaching']
const points = (text: string) => text.split(' ').map((point) => (point === '-' ? undefined : point === 'X'))

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html: both tables, and the text on premature
// transitions.
it.each<[m: number, n: number, text: string, states: string]>([
  [3, 3, '0 - X - X', 'OK OK OK OK'],
  [3, 3, '0 - - - -', 'OK OK OK OK'],
  [3, 3, '- - - - -', 'INSUFFICIENT_DATA stays ALARM OK'],
  [3, 3, '0 X X - X', 'ALARM ALARM ALARM ALARM'],
  [3, 3, '- - X - -', 'ALARM stays ALARM OK'],
  [2, 3, '0 - X - X', 'ALARM ALARM ALARM ALARM'],
  [2, 3, '0 0 X 0 X', 'ALARM ALARM ALARM ALARM'],
  [2, 3, '0 - X - -', 'OK OK ALARM OK'],
  [2, 3, '- - - - 0', 'OK OK ALARM OK'],
  [2, 3, '- - - X -', 'ALARM stays ALARM OK'],
  [3, 3, '- - - - X', 'OK OK ALARM OK'],
  [3, 3, '- - - X -', 'OK OK ALARM OK'],
  [3, 3, '- - - X 0', 'OK OK OK OK'],
  [3, 3, '- - X - 0', 'OK OK OK OK'],
  [3, 3, 'X X X 0 0', 'OK OK OK OK'],
  [1, 1, '- - X', 'ALARM ALARM ALARM ALARM'],
  [1, 1, 'X - -', 'ALARM ALARM ALARM ALARM'],
  [1, 1, '0 X 0', 'OK OK OK OK'],
])('%i out of %i, %s: %s', (datapointsToAlarm, evaluationPeriods, text, states) => {
  const found = treatments.map((treatMissingData) =>
    evaluateDatapoints(points(text), { evaluationPeriods, datapointsToAlarm, treatMissingData }) ?? 'stays')
  expect(found.join(' ')).toBe(states)
})
