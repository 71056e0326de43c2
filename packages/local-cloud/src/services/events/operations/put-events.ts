import { operation } from './operation.ts'

export const putEvents = operation('PutEvents', ({ Entries: given }, eventBus) => {
  const Entries = given.map((entry) => eventBus.put(entry))
  return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries }
})
