import { type Computer, ComputerSchema } from "../../core/settings.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { ComputerDrawing } from "../parts/drawings.tsx";

/** Computer B comes first, because the trip begins there. */
const ORDER: readonly Computer[] = [...ComputerSchema.options].reverse();

/** Asks which computer this is, which the program cannot find out. */
export function ComputerScreen({ send }: ScreenProps<"computer">) {
  const { computer } = useAppContext().screens;
  return (
    <ul className="computers">
      {ORDER.map((letter) => (
        <li key={letter}>
          <ComputerDrawing letter={letter} />
          <p className="reaches" id={`reaches-${letter}`}>
            {computer.reaches[letter]}
          </p>
          <p className="aside">{computer.stepsAt[letter]}</p>
          <button
            type="button"
            className="big"
            aria-describedby={`reaches-${letter}`}
            onClick={() => send({ type: "computer-chosen", computer: letter })}
          >
            {computer.choose(letter)}
          </button>
        </li>
      ))}
    </ul>
  );
}
