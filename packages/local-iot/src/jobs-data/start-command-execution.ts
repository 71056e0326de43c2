import { operation } from './operation.ts'

export const startCommandExecution =
  operation('StartCommandExecution', async ({ commandArn = '', targetArn = '', ...request }, { commands }) => {
    const { executionId } = await commands.start({ commandArn, targetArn, ...request })
    return { executionId }
  })
