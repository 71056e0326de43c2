import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing'
import { printModel, readServiceModel } from '@keg/aws-service/generate'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import service from './generators/service/service.ts'

const workspace = fileURLToPath(new URL('../../../', import.meta.url))
const require = createRequire(import.meta.url)
const place = join(import.meta.dirname, '../.test-results/generated')
const room = join(place, 'services/polly')
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Writes the room that the generator makes beside the ground of the real ones, with the model that `model/generate.ts` would make. */
function writeRoom(): void {
  const tree = createTreeWithEmptyWorkspace()
  for (const path of ['packages/local-cloud/model/modelled-services.ts', 'packages/local-cloud/src/services/index.ts'])
    tree.write(path, readFileSync(join(workspace, path), 'utf8'))
  service(tree, { name: 'polly', operation: 'SynthesizeSpeech' }, require)
  rmSync(place, { recursive: true, force: true })
  const prefix = 'packages/local-cloud/src/services/polly/'
  for (const { path, content } of tree.listChanges()) {
    if (!path.startsWith(prefix)) continue
    const file = join(room, path.slice(prefix.length))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content ?? '')
  }
  symlinkSync(join(workspace, 'packages/local-cloud/src/ground'), join(place, 'ground'))
  const model = readServiceModel([{ service: 'polly', client: require('@aws-sdk/client-polly') as object }])
  writeFileSync(join(room, 'model.generated.ts'), printModel({
    model, constraints: { shapes: {}, members: {} }, implemented: ['SynthesizeSpeech'], madeBy: ['Made by a test.'], isRest: true,
    docs: ({ name }) => name,
  }))
}

it('a generated service runs, refuses what breaks its model, and says what is not written', async () => {
  writeRoom()
  interface Started { readonly fetch: (request: Request) => Promise<Response> }
  const { service: generated } = await import(join(room, 'service.ts')) as {
    service: { start(ground: object, used: object): Promise<Started> }
  }
  const { fetch: ask } = await generated.start({ shelves: { shelf: () => new Map() } }, {})
  const answerTo = async (path: string, body: object) => {
    const response = await ask(new Request(`http://polly${path}`, { method: 'POST', body: JSON.stringify(body) }))
    return [response.status, response.headers.get('x-amzn-errortype'), (await response.json() as { message: string }).message]
  }
  expect(await answerTo('/v1/speech', { OutputFormat: 'mp3', VoiceId: 'Vicki' })).toEqual([
    400, 'ValidationException', "1 validation error detected: Value null at 'text' failed to satisfy constraint: Member must not be null",
  ])
  expect(await answerTo('/v1/speech', { OutputFormat: 5 })).toEqual([400, 'SerializationException', "'outputFormat' must be a string."])
  expect(await answerTo('/v1/speech', { OutputFormat: 'mp3', VoiceId: 'Vicki', Text: 'Prost!' })).toEqual([
    500, 'InternalFailure', 'SynthesizeSpeech is not written yet.',
  ])
  expect(await answerTo('/v1/synthesisTasks', {})).toEqual([
    400, 'UnknownOperationException', 'Polly\'s StartSpeechSynthesisTask is not emulated.',
  ])
})
