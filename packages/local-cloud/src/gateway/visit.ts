/** Whether a browser asks because a person follows a link: the page with the link sees nothing of the answer. */
export function isVisit({ method, headers }: Request): boolean {
  return method === 'GET'
    && !headers.has('origin')
    && headers.get('sec-fetch-mode') === 'navigate'
    && headers.get('sec-fetch-dest') === 'document'
}
