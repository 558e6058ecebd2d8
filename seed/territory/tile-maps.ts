export function tilesOf(_e: string, _f: (c: string) => string | undefined): { [k: string]: string }[] {
  return []
}
