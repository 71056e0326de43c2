import { keepHeapSmall, runAssembly } from '@keg/local-cloud'
import { assemblyDir, outputsOf } from '@keg/system'

/** Where the stack is that runs in a process of its own. */
export interface StackAddress {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly outputs: Readonly<Record<string, string>>
  readonly mqtts: string
  readonly caFile: string
}

// The stack as `keg run` has it, in a process of its own; it ends when its parent does, or lets go of it.
keepHeapSmall()
const cloud = await runAssembly(assemblyDir, {
  iot: { quotas: 'enforce' }, log: ({ level, message }) => void (level === 'error' && process.stderr.write(`${message}\n`)),
})
const { endpoint, region, credentials, iot } = cloud
const address: StackAddress = { endpoint, region, credentials, outputs: outputsOf(cloud), mqtts: iot.endpoints.mqtts, caFile: iot.caFile }
process.send?.(address)
process.once('disconnect', () => void cloud.close().then(() => process.exit()))
