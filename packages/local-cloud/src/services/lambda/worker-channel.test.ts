import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { eachLine, readMessage, talkToWorker } from './worker-channel.ts'
import { readPrinted, type WorkerMessage } from './worker-protocol.ts'

const answer = { kind: 'succeeded', requestId: 'r-1', payload: '1', memoryMb: 40 }
const error = { errorType: 'Error', errorMessage: 'no' }

it.each<[unknown, boolean]>([
  [answer, true], [{ kind: 'ready' }, true], [{ kind: 'initFailed', error }, true],
  [{ kind: 'failed', requestId: 'r-1', error, leaving: false, memoryMb: 40 }, true],
  [{ ...answer, streamed: { contentType: 'text/plain', body: '' } }, true], [null, false], [[], false], ['ready', false], [{}, false],
  [{ kind: 'failed' }, false], [{ kind: 'initFailed' }, false], [{ kind: 'initFailed', error: 'no' }, false],
  [{ ...answer, payload: 1 }, false], [{ ...answer, memoryMb: '40' }, false], [{ ...answer, requestId: null }, false],
  [{ ...answer, streamed: null }, false], [{ kind: 'failed', requestId: 'r-1', error, memoryMb: 40 }, false],
  [{ kind: '__proto__' }, false],
])('of a worker\'s messages %j is one: %s', (message, is) => {
  expect(readMessage(JSON.stringify(message))).toEqual(is ? message : undefined)
})

it.each([
  ['\u0000print nothing'], ['\u0000print null'], ['\u0000print {"text":1}'], ['\u0000print {"text":"a","level":2}'], ['beer'],
])('prints %j as it is', (line) => {
  expect(readPrinted(line)).toEqual({ text: line })
})

function channel() {
  const [heard, flooded]: [WorkerMessage[], boolean[]] = [[], []]
  const stream = new PassThrough()
  talkToWorker(stream, { word: 'word', heard: (message) => heard.push(message), flooded: () => flooded.push(true) })
  return { heard, flooded, write: (text: string) => new Promise((resolve) => stream.write(text, resolve)) }
}

it('believes what begins with the word alone', async () => {
  const { heard, write } = channel()
  for (const line of ['null', JSON.stringify(answer), `other ${JSON.stringify(answer)}`, 'word {', `word ${JSON.stringify(answer)}`])
    await write(`${line}\n`)
  expect(heard).toEqual([answer])
})

it('tells of a flood once', async () => {
  const { heard, flooded, write } = channel()
  for (let index = 0; index < 300; index += 1) await write(`${'x'.repeat(10_000)}\n`)
  expect([heard, flooded]).toEqual([[], [true]])
})

it('reads lines however they are cut, until one is too long', async () => {
  const stream = new PassThrough()
  const seen: string[] = []
  eachLine(stream, { maxBytes: 5, heard: (line) => seen.push(line), tooLong: () => seen.push('too long') })
  for (const part of ['a', 'b\nc\n\nd', 'e\n', '123456', '\nlater\n']) await new Promise((resolve) => stream.write(part, resolve))
  expect(seen).toEqual(['ab', 'c', '', 'de', 'too long'])
})
