import { type Computer, ComputerSchema } from "../../core/settings.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { ComputerDrawing } from "../parts/drawings.tsx";

/** B first: there the trip begins. */
const ORDER: readonly Computer[] = [...ComputerSchema.options].reverse();

/** The one question that the program cannot answer by itself. */
export function ComputerScreen({ send }: ScreenProps<"computer">) {
  const { computer } = useAppContext().screens;
  return (
    <ul className="computers">
      {ORDER.map((which) => (
        <li key={which}>
          <ComputerDrawing letter={which} />
          <p className="reaches" id={`reaches-${which}`}>
            {computer.reaches[which]}
          </p>
          <p className="aside">{computer.stepsAt[which]}</p>
          <button
            type="button"
            className="big"
            aria-describedby={`reaches-${which}`}
            onClick={() => send({ type: "computer-chosen", computer: which })}
          >
            {computer.choose(which)}
          </button>
        </li>
      ))}
    </ul>
  );
}
