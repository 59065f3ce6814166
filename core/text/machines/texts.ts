/** Devices that report; a part of `Texts`. */
export interface MachineTexts {}
