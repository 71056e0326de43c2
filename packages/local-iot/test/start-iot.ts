import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { afterAll, beforeAll } from 'vitest'
import { createLocalIot, type LocalIot, type LocalIotLogEntry, type LocalIotOptions, type LocalMessage } from '../src/index.ts'

/** A local core with the SDK's clients for it, and what it logged. */
export async function startIot(options: LocalIotOptions = {}) {
  const log: LocalIotLogEntry[] = []
  const iot = await createLocalIot({ ...options, log: (entry) => log.push(entry) })
  const { region, credentials } = iot
  const requestHandler = { httpsAgent: new Agent({ ca: readFileSync(iot.caFile), keepAlive: true }) }
  const control = new IoTClient({ endpoint: iot.endpoints.control, region, credentials, requestHandler, maxAttempts: 1 })
  const data = new IoTDataPlaneClient({ endpoint: iot.endpoints.https, region, credentials, requestHandler, maxAttempts: 1 })
  return {
    iot,
    log,
    control,
    data,
    async [Symbol.asyncDispose]() {
      control.destroy()
      data.destroy()
      await iot.close()
    },
  }
}

/** One core for all tests of a file: started before them, closed after them. */
export function useIot(options: LocalIotOptions = {}) {
  let started: Awaited<ReturnType<typeof startIot>>
  beforeAll(async () => {
    started = await startIot(options)
  })
  afterAll(() => started[Symbol.asyncDispose]())
  return {
    get iot() {
      return started.iot
    },
    get log() {
      return started.log
    },
    get control() {
      return started.control
    },
    get data() {
      return started.data
    },
  }
}

/** What is published under the filter while `work` runs. */
export async function heard(iot: LocalIot, filter: string, work: () => Promise<unknown>): Promise<LocalMessage[]> {
  const messages: LocalMessage[] = []
  const stop = iot.subscribe(filter, (message) => messages.push(message))
  await work()
  stop()
  return messages
}

/** What a keg may do in these tests: everything under its own name, and its shadow. */
export const kegPolicy = (statements: object[] = [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

/** A thing with an active certificate and a policy, as provisioning would leave it. */
export async function provision(iot: LocalIot, thingName: string, policyDocument = kegPolicy(), attributes: Record<string, string> = {}) {
  const policyName = `${thingName}-policy`
  await iot.call('CreateThing', { thingName, attributePayload: { attributes } })
  const { certificateArn, certificateId, certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('CreatePolicy', { policyName, policyDocument })
  await iot.call('AttachPolicy', { policyName, target: certificateArn })
  await iot.call('AttachThingPrincipal', { thingName, principal: certificateArn })
  return {
    thingName, policyName, certificateArn, certificateId, cert: certificatePem, key: keyPair.PrivateKey,
    ca: readFileSync(iot.caFile, 'utf8'),
  }
}

/** Resolves when the condition holds; looks again after each turn of the loop, up to the bound. */
export async function until<T>(condition: () => T | undefined | false, boundMs = 5000): Promise<T> {
  const deadline = performance.now() + boundMs
  for (;;) {
    const value = condition()
    if (value !== undefined && value !== false) return value
    if (performance.now() > deadline) throw new Error(`Not so within ${boundMs} ms: ${String(condition)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
