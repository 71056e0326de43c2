import { buildSystem } from '@keg/system'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StackAddress } from './serve-stack.ts'

/** Runs the stack as it was synthesized, in a process of its own, for as long as the work takes. */
export async function withStack<Result>(work: (address: StackAddress, pid: number) => Promise<Result>): Promise<Result> {
  await buildSystem()
  const served = fork(fileURLToPath(new URL('serve-stack.ts', import.meta.url)), {
    execArgv: ['--conditions=@keg/source'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(served, 'exit')
  try {
    // The first thing that it says; one that ends before that has said why.
    const [address] = (await Promise.race([
      once(served, 'message'), ended.then(() => Promise.reject(new Error('The stack did not start.'))),
    ])) as [StackAddress]
    return await work(address, served.pid ?? 0)
  } finally {
    if (served.connected) served.disconnect()
    await ended
  }
}
