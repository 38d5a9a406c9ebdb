import { NothingHere } from "../../shell/nothing-here.tsx";

export default NothingHere;
