/** A volunteer by the masked name its owner gives; one outside the reader's scope is said to be so. */
import { MaskedName } from "@/ui/StaffName";
import { volunteerName } from "@/ui/volunteerName";

export const VolunteerName = ({ id }: { id: string }) => <MaskedName question={volunteerName(id)} unknown="辖区外的志愿者" />;
