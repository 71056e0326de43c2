import { describe, expect, it } from 'vitest'
import { message, openEngine, toQueue, toTopic } from '../testing/open-engine.ts'

describe('actions that have nothing to wait for', () => {
  it('end in the turn in which the message comes', () => {
    const { engine, put, published } = openEngine()
    put('copies', "SELECT * FROM 'a'", [toTopic('first'), toTopic('second/${clientid()}')])
    expect(engine.route(message('a', '{}'), { clientId: 'keg-1', hops: 0 })).toBeUndefined()
    expect(published.map(({ topic }) => topic)).toEqual(['first', 'second/keg-1'])
  })
  it('end beside one that fails, and the error action is told of that one', async () => {
    const { put, route, published, queued, log } = openEngine()
    put('copies', "SELECT * FROM 'a'", [toTopic('$aws/no'), toTopic('first')], { errorAction: toQueue('http://sqs/1/errors') })
    await route(message('a', '{}'))
    expect(published.map(({ topic }) => topic)).toEqual(['first'])
    expect(queued.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({ failures: [expect.objectContaining({ failedAction: 'RepublishAction', failedResource: '$aws/no' })] }),
    ])
    expect(log.map(({ event, resource }) => [event, resource])).toEqual([['action-failed', '$aws/no']])
  })
  it('keep the PUBACK back as long as what they set going is not safe', async () => {
    const { engine, put } = openEngine()
    put('copies', "SELECT * FROM 'a'", [toTopic('b')])
    put('queues', "SELECT * FROM 'b'", [toQueue('http://sqs/1/q')])
    const routing = engine.route(message('a', '{}'), { hops: 0 })
    expect(routing?.safe).toBeDefined()
    await routing?.done
    expect(routing?.safe).toBeUndefined()
  })
})
