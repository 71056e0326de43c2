import type { GroupWhyReport } from '@keg/local-iot'
import { askReport } from '../../core/ask-report.ts'
import { coreFlags, coreHelp, reachCore } from '../../core/reach-core.ts'
import { UsageError, type Verb } from '../../verb.ts'
import { printGroupReport } from './print-group-report.ts'

const { aws: _, ...flags } = coreFlags

/** `keg group why GROUP THING`: why a thing is in a thing group of a running core, or is not. */
export const group: Verb = {
  usage: 'keg group why GROUP THING [--json] [--core NAME | --endpoint URL]',
  help: `Thing groups of a running core.

  why             says whether the thing is in the group and why: of a dynamic group each term of its query, with what the
                  thing has there, and whether it is true
  --json          the report as one line of JSON
${coreHelp.split('\n').filter((line) => !line.includes('--aws')).join('\n')}
AWS itself can't be asked.`,
  flags: { json: { type: 'boolean' }, ...flags },
  arguments: ['ACTION', 'GROUP', 'THING'],
  async run(values, [action = '', groupName = '', thingName = ''], terminal) {
    if (action !== 'why') throw new UsageError(`There is no "keg group ${action}"; keg group --help lists what there is.`)
    const report = await askReport(await reachCore(values), '/__keg/group-why', { groupName, thingName }, terminal)
    if (report === undefined) return 1
    // What a core of Keg answers.
    terminal.out(values['json'] === true ? report : printGroupReport(JSON.parse(report) as GroupWhyReport))
    return 0
  },
}
