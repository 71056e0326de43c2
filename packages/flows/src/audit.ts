import { command, shadowDocuments } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** Commands → the audit log: who had what keg do what. */
export const commandAuditFlow = flow({
  name: 'audit_commands',
  description: 'Who commanded which keg to do what, to the audit log',
  rule: from(command).select((m, fn) => ({
    kind: 'command',
    siteId: fn.topic(2),
    kegId: fn.topic(3),
    commandId: fn.topic(5),
    order: m.order,
    issuedAtMs: m.issuedAtMs,
    expiresAtMs: m.expiresAtMs,
    clientId: fn.clientid(),
    principal: fn.principal(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [{ kind: 'logs', group: 'audit' }],
})

/**
 * Wishes that changed → the audit log, as they were and as they are. A shadow does not tell who changed it, but for the token that its
 * writer gave.
 */
export const settingsAuditFlow = flow({
  name: 'audit_settings',
  description: 'What was wished of which keg, and what before, to the audit log',
  rule: from(shadowDocuments)
    .select((m, fn) => ({
      kind: 'settings',
      kegId: fn.topic(3),
      version: m.current.version,
      desired: m.current.state.desired,
      before: m.previous.state.desired,
      clientToken: m.clientToken,
      timestampSec: m.timestamp,
    }))
    .where((m, fn) => fn.isUndefined(m.previous.state.desired).or(m.current.state.desired.notEquals(m.previous.state.desired))),
  actions: [{ kind: 'logs', group: 'audit' }],
})
