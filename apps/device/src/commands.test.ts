import { describe, expect, it } from 'vitest'
import { commandBench, commandOf } from './testing/keg-bench.ts'

const pour = { kind: 'pour', volumeMl: 300 }
const reboot = { kind: 'reboot' }
/** Lets run whatever is ready to. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('opens the tap for a volume: IN_PROGRESS, then SUCCEEDED once it has flowed', async () => {
  const { boot, ordered, replies } = commandBench()
  const { commands, notices } = boot('b-1')
  void commands.receive(...commandOf('c-1', pour))
  commands.tick(1_000)
  commands.tick(2_000)
  await notices.courier.flush()
  expect(ordered).toMatchObject([{ volumeMl: 300 }])
  expect(replies()).toEqual([{ commandId: 'c-1', status: 'IN_PROGRESS', bootId: 'b-1', seq: 0 }])
  Object.assign(ordered[0]!, { outcome: 'poured' })
  commands.tick(3_000)
  await notices.courier.flush()
  expect(replies()[1]).toEqual({ commandId: 'c-1', status: 'SUCCEEDED', bootId: 'b-1', seq: 1 })
})

it.each([
  ['a payload that is no JSON', 'c-1', new TextEncoder().encode('pour!'), 'REJECTED', 'BAD_PAYLOAD'],
  ['an order that it does not know', 'c-1', commandOf('c-1', { kind: 'dance' })[1], 'REJECTED', 'UNKNOWN_ORDER'],
  ['an order by the name of an inherited member', 'c-1', commandOf('c-1', { kind: 'constructor' })[1], 'REJECTED', 'UNKNOWN_ORDER'],
  ['a kind outside of an order', 'c-1', new TextEncoder().encode('{"kind":"dance"}'), 'REJECTED', 'BAD_PAYLOAD'],
  ['a volume that no pour may have', 'c-1', commandOf('c-1', { kind: 'pour', volumeMl: -1 })[1], 'REJECTED', 'BAD_PAYLOAD'],
  ['what has expired', 'c-1', commandOf('c-1', pour, 500)[1], 'TIMED_OUT', 'EXPIRED'],
] as const)('does not obey %s', async (_, commandId, payload, status, reason) => {
  const { boot, ordered, replies } = commandBench()
  const { commands, notices } = boot('b-1')
  void commands.receive(`keg/berlin/k-1/commands/${commandId}`, payload)
  commands.tick(1_000)
  await notices.courier.flush()
  expect(ordered).toEqual([])
  expect(replies()).toMatchObject([{ commandId, status, reason }])
})

describe('commands of AWS IoT', () => {
  const executions = '$aws/commands/things/k-1/executions'
  const orderOf = (order: unknown) => new TextEncoder().encode(typeof order === 'string' ? order : JSON.stringify(order))
  const answers = (arrived: readonly { readonly topic: string; readonly payload: string }[]) =>
    arrived.map(({ topic, payload }) => [topic, JSON.parse(payload) as unknown])

  it('are obeyed once, and answered where AWS listens, over a reboot too', async () => {
    const { boot, state, arrived } = commandBench()
    const first = boot('b-1')
    void first.commands.receive(`${executions}/e-1/request/json`, orderOf(reboot))
    first.commands.tick(1_000)
    await first.notices.courier.flush()
    const second = boot('b-2')
    void second.commands.receive(`${executions}/e-1/request/json`, orderOf(reboot))
    second.commands.tick(2_000)
    await second.notices.courier.flush()
    expect(state.reboots).toBe(1)
    expect(answers(arrived)).toEqual([
      [`${executions}/e-1/response/json`, { status: 'IN_PROGRESS' }],
      [`${executions}/e-1/response/json`, { status: 'SUCCEEDED' }],
      [`${executions}/e-1/response/json`, { status: 'SUCCEEDED' }],
    ])
  })

  it.each([
    ['that are no JSON', 'reboot!', 'BAD_PAYLOAD'],
    ['that are no object', 7, 'BAD_PAYLOAD'],
    ['of an order that it does not know', { kind: 'dance' }, 'UNKNOWN_ORDER'],
    ['of a pour that no keg holds', { kind: 'pour', volumeMl: 1e9 }, 'BAD_PAYLOAD'],
  ])('%s are rejected with a reason', async (_, order, reasonCode) => {
    const { boot, arrived, ordered } = commandBench()
    const { commands, notices } = boot('b-1')
    void commands.receive(`${executions}/e-1/request/json`, orderOf(order))
    commands.tick(1_000)
    await notices.courier.flush()
    expect(ordered).toEqual([])
    expect(answers(arrived)).toEqual([
      [`${executions}/e-1/response/json`, { status: 'REJECTED', statusReason: expect.objectContaining({ reasonCode }) }],
    ])
  })

  it('for another thing are not for this keg', async () => {
    const { boot } = commandBench()
    const { commands, said } = boot('b-1')
    await commands.receive('$aws/commands/things/k-2/executions/e-1/request/json', orderOf(reboot))
    expect(said).toEqual(['no command for this keg: $aws/commands/things/k-2/executions/e-1/request/json'])
  })
})

it('tells expiry by the server\'s time, however wrong its own clock is', async () => {
  const { boot, state, replies } = commandBench()
  const { commands, notices } = boot('b-1')
  const yearMs = 365 * 86_400_000
  state.offsetMs = yearMs
  void commands.receive(...commandOf('late', reboot, yearMs + 500))
  void commands.receive(...commandOf('in-time', reboot, yearMs + 1_500))
  commands.tick(1_000)
  await notices.courier.flush()
  expect(replies().map(({ commandId, status }) => [commandId, status])).toEqual([['late', 'TIMED_OUT'], ['in-time', 'IN_PROGRESS']])
})

it('obeys once what comes twice, before and after a restart, and answers each time', async () => {
  const { boot, ordered, replies } = commandBench()
  const first = boot('b-1')
  void first.commands.receive(...commandOf('c-1', pour))
  void first.commands.receive(...commandOf('c-1', pour))
  first.commands.tick(1_000)
  Object.assign(ordered[0]!, { outcome: 'poured' })
  first.commands.tick(2_000)
  const second = boot('b-2')
  void second.commands.receive(...commandOf('c-1', pour))
  second.commands.tick(3_000)
  await second.notices.courier.flush()
  expect(ordered).toHaveLength(1)
  expect(replies().map(({ status }) => status)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'SUCCEEDED', 'SUCCEEDED'])
})

it('forgets a command once it has expired, and then refuses it for that', async () => {
  const { boot, ordered, disk, replies } = commandBench()
  const { commands, notices } = boot('b-1')
  void commands.receive(...commandOf('c-1', pour, 5_000))
  commands.tick(1_000)
  Object.assign(ordered[0]!, { outcome: 'poured' })
  commands.tick(4_000)
  expect(disk.read()?.commands).toHaveLength(1)
  commands.tick(5_001)
  expect(disk.read()?.commands).toEqual([])
  void commands.receive(...commandOf('c-1', pour, 5_000))
  commands.tick(6_000)
  await notices.courier.flush()
  expect(ordered).toHaveLength(1)
  expect(replies().at(-1)).toMatchObject({ status: 'TIMED_OUT' })
})

it('refuses to pour while the valve is closed, and fails a pour that it cuts off', async () => {
  const { boot, state, ordered, replies } = commandBench()
  const { commands, notices } = boot('b-1')
  state.valveOpen = false
  void commands.receive(...commandOf('c-1', pour))
  commands.tick(1_000)
  state.valveOpen = true
  void commands.receive(...commandOf('c-2', pour))
  void commands.receive(...commandOf('c-3', pour))
  commands.tick(2_000)
  state.valveOpen = false
  Object.assign(ordered[0]!, { outcome: 'cut' })
  commands.tick(3_000)
  await notices.courier.flush()
  expect(ordered).toHaveLength(1)
  expect(replies().map(({ commandId, status, reason }) => [commandId, status, reason])).toEqual([
    ['c-1', 'REJECTED', 'VALVE_CLOSED'],
    ['c-2', 'IN_PROGRESS', undefined],
    ['c-3', 'REJECTED', 'BUSY'],
    ['c-2', 'FAILED', 'VALVE_CLOSED'],
  ])
})

it('answers a reboot once it is up again, and says that a pour was interrupted by it', async () => {
  const { boot, state, replies } = commandBench()
  const first = boot('b-1')
  void first.commands.receive(...commandOf('c-1', pour))
  void first.commands.receive(...commandOf('c-2', reboot))
  first.commands.tick(1_000)
  first.commands.tick(2_000)
  expect(state.reboots).toBe(1)
  const second = boot('b-2')
  second.commands.tick(3_000)
  second.commands.tick(4_000)
  await second.notices.courier.flush()
  expect(replies().slice(2)).toEqual([
    { commandId: 'c-1', status: 'FAILED', bootId: 'b-2', seq: 0, reason: 'INTERRUPTED' },
    { commandId: 'c-2', status: 'SUCCEEDED', bootId: 'b-2', seq: 1 },
  ])
})

it('leaves what comes after a reboot to the next boot, unacknowledged', async () => {
  const { boot, ordered } = commandBench()
  const { commands } = boot('b-1')
  const taken: string[] = []
  void commands.receive(...commandOf('c-1', reboot)).then(() => taken.push('c-1'))
  void commands.receive(...commandOf('c-2', pour)).then(() => taken.push('c-2'))
  commands.tick(1_000)
  commands.tick(2_000)
  await turn()
  expect([taken, ordered]).toEqual([['c-1'], []])
})

it('keeps replies until they are acknowledged, also over a restart', async () => {
  const { boot, state, replies } = commandBench()
  state.connected = false
  const first = boot('b-1')
  void first.commands.receive(...commandOf('c-1', { kind: 'dance' }))
  first.commands.tick(1_000)
  await first.notices.courier.flush()
  expect(replies()).toEqual([])
  state.connected = true
  await boot('b-2').notices.courier.flush()
  expect(replies()).toMatchObject([{ commandId: 'c-1', status: 'REJECTED', bootId: 'b-1' }])
})

it('does not obey what the disk does not take, nor acknowledge it, and does both once it does', async () => {
  const { boot, state, ordered } = commandBench()
  const { commands } = boot('b-1')
  let taken = false
  state.full = true
  const received = commands.receive(...commandOf('c-1', pour)).then(() => (taken = true))
  expect(() => commands.tick(1_000)).toThrow('ENOSPC')
  await turn()
  expect([ordered, taken]).toEqual([[], false])
  state.full = false
  commands.tick(2_000)
  commands.tick(3_000)
  await received
  expect(ordered).toHaveLength(1)
})

it('bounds what it keeps, however many commands come', () => {
  const { boot, disk } = commandBench()
  const { commands } = boot('b-1')
  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 150; n++) void commands.receive(...commandOf(`c-${round}-${n}`, { kind: 'dance' }))
    commands.tick(1_000)
  }
  expect(disk.read()?.pending).toHaveLength(250)
})

describe('a cancel', () => {
  const cancel = { kind: 'cancel' }
  const cancelled = (commandId: string) => ({ commandId, status: 'FAILED', reason: 'CANCELLED' })

  it.each([
    ['behind it', [commandOf('c-1', pour), commandOf('c-1', cancel)]],
    ['before it', [commandOf('c-1', cancel), commandOf('c-1', pour)]],
    ['twice', [commandOf('c-1', cancel), commandOf('c-1', pour), commandOf('c-1', cancel)]],
  ])('that comes with its command, %s, has it never begun', async (_, messages) => {
    const { boot, ordered, replies } = commandBench()
    const { commands, notices } = boot('b-1')
    for (const message of messages) void commands.receive(...message)
    commands.tick(1_000)
    await notices.courier.flush()
    expect(ordered).toEqual([])
    expect(replies()).toMatchObject(messages.map(() => cancelled('c-1')))
  })

  it('is remembered over a restart, until its command would have expired', async () => {
    const { boot, ordered, replies } = commandBench()
    const first = boot('b-1')
    void first.commands.receive(...commandOf('c-1', cancel, 5_000))
    first.commands.tick(1_000)
    const second = boot('b-2')
    void second.commands.receive(...commandOf('c-1', pour, 5_000))
    second.commands.tick(4_999)
    second.commands.tick(5_001)
    void second.commands.receive(...commandOf('c-1', pour, 5_000))
    second.commands.tick(5_002)
    await second.notices.courier.flush()
    expect(ordered).toEqual([])
    expect(replies()).toMatchObject([cancelled('c-1'), cancelled('c-1'), { commandId: 'c-1', status: 'TIMED_OUT' }])
  })

  it('of what has begun, or is over, changes nothing: the keg says again what it did', async () => {
    const { boot, ordered, replies } = commandBench()
    const { commands, notices } = boot('b-1')
    void commands.receive(...commandOf('c-1', pour))
    commands.tick(1_000)
    void commands.receive(...commandOf('c-1', cancel))
    commands.tick(2_000)
    Object.assign(ordered[0]!, { outcome: 'poured' })
    commands.tick(3_000)
    void commands.receive(...commandOf('c-1', cancel))
    commands.tick(4_000)
    await notices.courier.flush()
    expect(replies().map(({ status }) => status)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'SUCCEEDED', 'SUCCEEDED'])
  })

  it('leaves the commands of other ids alone, which are obeyed in their order', async () => {
    const { boot, ordered, replies } = commandBench()
    const { commands, notices } = boot('b-1')
    for (const [id, order] of [['c-1', pour], ['c-2', reboot], ['c-1', cancel], ['c-3', cancel]] as const)
      void commands.receive(...commandOf(id, order))
    commands.tick(1_000)
    await notices.courier.flush()
    expect(ordered).toEqual([])
    expect(replies().map(({ commandId, status }) => [commandId, status])).toEqual([
      ['c-1', 'FAILED'], ['c-3', 'FAILED'], ['c-1', 'FAILED'], ['c-2', 'IN_PROGRESS'],
    ])
  })

  it('is no command of AWS IoT', async () => {
    const { boot, arrived } = commandBench()
    const { commands, notices } = boot('b-1')
    void commands.receive('$aws/commands/things/k-1/executions/e-1/request/json', new TextEncoder().encode(JSON.stringify(cancel)))
    commands.tick(1_000)
    await notices.courier.flush()
    expect(arrived.map(({ payload }) => (JSON.parse(payload) as { status: string }).status)).toEqual(['REJECTED'])
  })
})

it('takes no command of another keg\'s, and no id that is no topic level', () => {
  const { boot, disk } = commandBench()
  const { commands, said } = boot('b-1')
  void commands.receive('keg/berlin/k-2/commands/c-1', new Uint8Array())
  void commands.receive('keg/berlin/k-1/commands/c$1', new Uint8Array())
  commands.tick(1_000)
  expect(said).toHaveLength(2)
  expect(disk.read()).toBeUndefined()
})
