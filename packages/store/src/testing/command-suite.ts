import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { COMMAND_KEPT_MS, type CommandReply, type CommandStore, type NewCommand } from '../command-store.ts'
import { allPages, StoreError } from '../hot-store.ts'

/** The cases that every store of commands passes. They make kegs of their own, so a store with others in it will do. */
export function commandSuite(name: string, create: () => CommandStore | Promise<CommandStore>): void {
  describe(`${name} as a store of commands`, () => {
    keepCases(create)
    replyCases(create)
    listCases(create)
  })
}

type Create = () => CommandStore | Promise<CommandStore>

const NOW_MS = Date.now()
const newCommand = (more: Partial<NewCommand> = {}): NewCommand => ({
  kegId: randomUUID(), commandId: randomUUID(), siteId: 'berlin', order: { kind: 'pour', volumeMl: 300 }, createdAtMs: NOW_MS,
  expiresAtMs: NOW_MS + 60_000, ...more,
})
const replyTo = ({ kegId, commandId }: NewCommand, status: CommandReply['status'], reasonCode?: string): CommandReply => ({
  kegId, commandId, status, ...(reasonCode === undefined ? {} : { statusReason: { reasonCode } }), receivedAtMs: NOW_MS + 500,
})

function keepCases(create: Create): void {
  it('keeps a command once, as CREATED, and answers the one that is kept', async () => {
    const store = await create()
    const command = newCommand()
    const created = { ...command, status: 'CREATED', updatedAtMs: NOW_MS }
    expect(await store.command(command)).toBeUndefined()
    expect(await store.create(command)).toEqual(created)
    expect(await store.create({ ...command, createdAtMs: NOW_MS + 5, expiresAtMs: NOW_MS + 5, order: { kind: 'reboot' } })).toEqual(created)
    expect(await store.command(command)).toEqual(created)
    await store.recordReply(replyTo(command, 'SUCCEEDED'))
    expect(await store.create(command)).toMatchObject({ status: 'SUCCEEDED' })
  })

  it('takes a command back while it is CREATED, and then no more', async () => {
    const store = await create()
    const command = newCommand()
    expect(await store.cancel(command, NOW_MS)).toBe(false)
    expect(await store.command(command)).toBeUndefined()
    await store.create(command)
    expect(await store.cancel(command, NOW_MS + 7)).toBe(true)
    expect(await store.cancel(command, NOW_MS + 8)).toBe(false)
    expect(await store.command(command)).toEqual({
      ...command, status: 'FAILED', statusReason: { reasonCode: 'CANCELLED' }, updatedAtMs: NOW_MS + 7,
    })
  })

  it.each(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'TIMED_OUT'] as const)('takes no command back that is %s', async (status) => {
    const store = await create()
    const command = newCommand()
    await store.create(command)
    await store.recordReply(replyTo(command, status))
    expect(await store.cancel(command, NOW_MS)).toBe(false)
    expect(await store.command(command)).toMatchObject({ status })
  })

  it('lets go of a command that was made longer ago than it is kept, and takes another of its id', async () => {
    const store = await create()
    const command = newCommand({ createdAtMs: NOW_MS - COMMAND_KEPT_MS - 10_000 })
    await store.create(command)
    expect([await store.command(command), (await store.commands(command.kegId)).items]).toEqual([undefined, []])
    expect([await store.cancel(command, NOW_MS), await store.recordReply(replyTo(command, 'SUCCEEDED'))]).toEqual([false, false])
    expect(await store.create({ ...command, createdAtMs: NOW_MS })).toMatchObject({ createdAtMs: NOW_MS, status: 'CREATED' })
  })
}

function replyCases(create: Create): void {
  it('keeps what a keg says, with the reason of it alone', async () => {
    const store = await create()
    const command = newCommand()
    await store.create(command)
    expect(await store.recordReply(replyTo(command, 'IN_PROGRESS', 'SOON'))).toBe(true)
    expect(await store.command(command)).toMatchObject({ status: 'IN_PROGRESS', statusReason: { reasonCode: 'SOON' } })
    expect(await store.recordReply({ ...replyTo(command, 'SUCCEEDED'), receivedAtMs: NOW_MS + 900 })).toBe(true)
    expect(await store.command(command)).toEqual({ ...command, status: 'SUCCEEDED', updatedAtMs: NOW_MS + 900 })
  })

  it('changes nothing of another keg, though the ids are the same, nor makes a command of a reply', async () => {
    const store = await create()
    const [command, other] = [newCommand(), newCommand()]
    await store.create(command)
    expect(await store.recordReply({ ...replyTo(command, 'SUCCEEDED'), kegId: other.kegId })).toBe(false)
    expect([await store.command(command), await store.command({ ...command, kegId: other.kegId })])
      .toMatchObject([{ status: 'CREATED' }, undefined])
  })

  it.each(['IN_PROGRESS', 'SUCCEEDED', 'FAILED'] as const)('has what the keg says in the place of what was taken back: %s', async (status) => {
    const store = await create()
    const command = newCommand()
    await store.create(command)
    await store.cancel(command, NOW_MS)
    expect(await store.recordReply(replyTo(command, status))).toBe(true)
    expect(await store.command(command)).toEqual({ ...command, status, updatedAtMs: NOW_MS + 500 })
  })

  it('keeps the same in the end, in whatever order replies come, how often, and whenever it is taken back', async () => {
    const store = await create()
    const said = fc.constantFrom('IN_PROGRESS', 'TIMED_OUT', 'REJECTED', 'FAILED', 'SUCCEEDED', 'cancel')
    await fc.assert(fc.asyncProperty(fc.uniqueArray(said).chain((words) => fc.tuple(
      fc.shuffledSubarray(words, { minLength: words.length }), fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 }),
    )), async (orders) => {
      const ends = await Promise.all(orders.map(async (order) => {
        const command = newCommand()
        await store.create(command)
        for (const word of order) {
          if (word === 'cancel') await store.cancel(command, NOW_MS)
          else await store.recordReply(replyTo(command, word, word))
        }
        const { status, statusReason } = (await store.command(command)) ?? expect.fail('it is gone')
        return { status, statusReason }
      }))
      expect(ends[0]).toEqual(ends[1])
    }), { numRuns: 30 })
  })
}

function listCases(create: Create): void {
  it('lists the commands of a keg, newest first, page by page', async () => {
    const store = await create()
    const kegId = randomUUID()
    for (const n of [2, 1, 3]) await store.create(newCommand({ kegId, commandId: `c-${n}`, createdAtMs: NOW_MS + n }))
    await store.create(newCommand({ kegId: `${kegId}-2`, commandId: 'c-4' }))
    const first = await store.commands(kegId, { limit: 2 })
    expect(first.items.map(({ commandId }) => commandId)).toEqual(['c-3', 'c-2'])
    const ids: string[] = []
    for await (const { commandId } of allPages((page) => store.commands(kegId, { ...page, limit: 2 }))) ids.push(commandId)
    expect(ids).toEqual(['c-3', 'c-2', 'c-1'])
  })

  it.each([{ cursor: 'nonsense' }, { limit: 0 }, { limit: 1_001 }])('refuses the page %j', async (page) => {
    await expect((await create()).commands(randomUUID(), page)).rejects.toBeInstanceOf(StoreError)
  })
}
