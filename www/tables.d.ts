/** Tables that the build puts into a script as their text. */
declare module "*.tsv" {
  const text: string;
  export default text;
}
