import type { Verb } from '../verb.ts'

/** Every verb: what it is for, and where it is. Loaded when asked for, so that one verb does not wait for another's packages. */
export const verbs: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Verb> }>> = {
  jobs: { summary: 'settings, firmware and new certificates for many kegs', load: async () => (await import('./jobs/jobs.ts')).jobs },
  local: { summary: 'AWS IoT Core on this machine', load: async () => (await import('./local.ts')).local },
  run: { summary: 'a synthesized CDK app on this machine', load: async () => (await import('./run/run.ts')).run },
  ps: { summary: 'what runs on this machine', load: async () => (await import('./ps.ts')).ps },
  cost: {
    summary: 'what AWS IoT Core would ask for a fleet, and whether it fits the quotas', load: async () => (await import('./cost.ts')).cost,
  },
  env: { summary: 'the environment in which AWS clients reach it', load: async () => (await import('./env.ts')).env },
  group: { summary: 'why a thing is in a thing group, or is not', load: async () => (await import('./group/group.ts')).group },
  policy: { summary: 'decide and explain AWS IoT policies', load: async () => (await import('./policy/policy.ts')).policy },
  provision: {
    summary: 'a batch of kegs that come to the fleet by themselves', load: async () => (await import('./provision/provision.ts')).provision,
  },
  publish: { summary: 'publish a message', load: async () => (await import('./publish.ts')).publish },
  quarantine: {
    summary: 'what flows failed with, and replaying it', load: async () => (await import('./quarantine/quarantine.ts')).quarantine,
  },
  query: { summary: 'everything that ever came, asked in SQL', load: async () => (await import('./query/query.ts')).query },
  revoke: { summary: 'shut out a keg that was lost', load: async () => (await import('./revoke/revoke.ts')).revoke },
  shadow: { summary: 'read, change and watch device shadows', load: async () => (await import('./shadow/shadow.ts')).shadow },
  sql: { summary: 'check and evaluate AWS IoT SQL', load: async () => (await import('./sql/sql.ts')).sql },
  subscribe: { summary: 'print messages as they come', load: async () => (await import('./subscribe.ts')).subscribe },
  tail: {
    summary: 'what happens in the cloud that runs: lines, messages, invocations', load: async () => (await import('./tail.ts')).tail,
  },
  token: { summary: 'sign in, and get an access token of the HTTP API', load: async () => (await import('./token.ts')).token },
  why: { summary: 'what every rule makes of a message, and why', load: async () => (await import('./why.ts')).why },
}
