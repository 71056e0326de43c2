/**
 * Asks the cloud on this machine what a cloud of AWS can't be asked. Rejects where it refuses, with what it says.
 */
export async function askLocal(path: string, token: string, body?: object): Promise<unknown> {
  const answer = await fetch(path, {
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(await answer.text() || `${path} answered ${answer.status}`)
  return answer.json()
}
