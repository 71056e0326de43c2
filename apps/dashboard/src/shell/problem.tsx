/** Why a part of the page can't be shown, or a request was refused. */
export function Problem({ what, error }: { readonly what: string; readonly error: Error }) {
  return <p className="problem" role="alert">{what}: <bdi>{error.message}</bdi></p>
}
