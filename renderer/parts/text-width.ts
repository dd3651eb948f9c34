/** Roughly how wide a text is drawn, in the unit of `size`: Japanese letters fill their square, others about half of it. */
export function textWidth(text: string, size: number): number {
  const squares = [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.57), 0);
  return Math.ceil(squares * size);
}
