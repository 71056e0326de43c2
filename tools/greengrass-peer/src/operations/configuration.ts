import * as z from 'zod'
import { mergeConfiguration, type Components } from '../components.ts'
import { notFound } from '../ipc-error.ts'
import { operation, type Operation } from '../operation.ts'

const keyPath = z.array(z.string()).nullish().transform((path) => path ?? [])
const ofComponent = z.object({ componentName: z.string().nullish(), keyPath })
const merge = z.object({ keyPath, timestamp: z.number(), valueToMerge: z.record(z.string(), z.unknown()) })
const reportedState = z.object({ state: z.enum(['RUNNING', 'ERRORED']) })

/** What a component reads and writes of its configuration, and how it says that it runs. */
export const configurationOperations = (components: Components): Readonly<Record<string, Operation>> => ({
  GetConfiguration: operation(ofComponent, (request, stream) => {
    const { name, configuration } = components.of(request.componentName ?? stream.component)
    stream.reply('GetConfigurationResponse', { componentName: name, value: valueAt(configuration, request.keyPath) })
  }),

  UpdateConfiguration: operation(merge, (request, stream) => {
    const { configuration } = components.of(stream.component)
    const patch = request.keyPath.reduceRight<Record<string, unknown>>((value, key) => ({ [key]: value }), request.valueToMerge)
    components.configure(stream.component, mergeConfiguration(configuration, patch))
    stream.reply('UpdateConfigurationResponse', {})
  }),

  SubscribeToConfigurationUpdate: operation(ofComponent, (request, stream) => {
    const { name, watchers } = components.of(request.componentName ?? stream.component)
    const watcher = (changed: readonly string[]) => {
      const concerned = request.keyPath.every((key, level) => changed[level] === undefined || changed[level] === key)
      if (concerned) stream.send('ConfigurationUpdateEvents', { configurationUpdateEvent: { componentName: name, keyPath: changed } })
    }
    stream.open('SubscribeToConfigurationUpdateResponse', {})
    watchers.add(watcher)
    stream.onEnd(() => watchers.delete(watcher))
  }),

  UpdateState: operation(reportedState, ({ state }, stream) => {
    components.of(stream.component).states.push(state)
    stream.reply('UpdateStateResponse', {})
  }),
})

/** A map as it is; a leaf under its own name. */
function valueAt(configuration: unknown, path: readonly string[]): object {
  let value = configuration
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
  if (value === undefined) throw notFound('Key not found', 'config', path.join('.'))
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { [path.at(-1) ?? '']: value }
}
