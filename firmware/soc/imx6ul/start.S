// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// From reset to main(), and where exceptions enter. ARM DDI 0406C (the architecture) B1.8 and B3. The loop and the
// background context both run in System mode; exceptions are taken on their stack (interrupts) or on one of their own
// (faults, which are fatal).
    .syntax unified
    .arm

    .equ MODE_FIQ, 0x11
    .equ MODE_IRQ, 0x12
    .equ MODE_SVC, 0x13
    .equ MODE_ABT, 0x17
    .equ MODE_UND, 0x1B
    .equ MODE_SYS, 0x1F

    .section .vectors, "ax"
    .align 5
vectors:
    ldr pc, =_start
    ldr pc, =undefined_entry
    ldr pc, =call_entry
    ldr pc, =prefetch_entry
    ldr pc, =data_entry
    nop
    ldr pc, =interrupt_entry
    ldr pc, =fast_entry
    .ltorg

    .section .text.start, "ax"
    .global _start
_start:
    cpsid aif, #MODE_SVC
    // Whatever a loader left on: MMU, caches, branch prediction, high vectors.
    mrc p15, 0, r0, c1, c0, 0
    bic r0, r0, #0x3800             // V, I, Z
    bic r0, r0, #0x0005             // C, M
    mcr p15, 0, r0, c1, c0, 0
    isb
    ldr r0, =vectors
    mcr p15, 0, r0, c12, c0, 0      // VBAR
    mrc p15, 0, r0, c1, c0, 1
    orr r0, r0, #0x40               // ACTLR.SMP: without it the caches stay off (Cortex-A7 TRM 4.3.31)
    mcr p15, 0, r0, c1, c0, 1
    mrc p15, 0, r0, c1, c0, 2
    orr r0, r0, #(0xF << 20)        // CPACR: VFP and NEON
    mcr p15, 0, r0, c1, c0, 2
    isb
    mov r0, #0x40000000
    vmsr fpexc, r0

    ldr r0, =__fault_stack_top
    cps #MODE_FIQ
    mov sp, r0
    cps #MODE_IRQ
    mov sp, r0
    cps #MODE_SVC
    mov sp, r0
    cps #MODE_ABT
    mov sp, r0
    cps #MODE_UND
    mov sp, r0
    cps #MODE_SYS
    ldr sp, =__loop_stack_top

    ldr r0, =__bss_start
    ldr r1, =__bss_end
    mov r2, #0
    mov r3, #0
1:  cmp r0, r1
    strdlo r2, r3, [r0], #8
    blo 1b
    bl gokey_paint_stacks
    bl gokey_start_mmu
    ldr r4, =__init_array_start
    ldr r5, =__init_array_end
2:  cmp r4, r5
    bhs 3f
    ldr r0, [r4], #4
    blx r0
    b 2b
3:  bl main
    bl abort

// The stack of whoever was interrupted takes the frame, so that it may be left there for a while.
interrupt_entry:
    sub lr, lr, #4
    srsdb sp!, #MODE_SYS
    cps #MODE_SYS
    push {r0-r3, r12, lr}
    and r1, sp, #4                  // AAPCS 5.2.1.2: aligned to eight bytes at calls
    sub sp, sp, r1
    vmrs r0, fpscr
    push {r0, r1}
    vpush {d0-d7}
    vpush {d16-d31}
    bl gokey_interrupt
    vpop {d16-d31}
    vpop {d0-d7}
    pop {r0, r1}
    vmsr fpscr, r0
    add sp, sp, r1
    pop {r0-r3, r12, lr}
    rfeia sp!

// Faults: the registers at the fault in the order of CrashRecord, then C++.
    .macro FAULT kind, offset
    sub lr, lr, #\offset
    push {lr}
    sub sp, sp, #8
    stmia sp, {sp, lr}^             // the System mode's (the assembler warns of nothing: sp is banked)
    push {r0-r12}
    mrs r1, spsr
    push {r1}
    mov r0, #\kind
    mov r1, sp
    bl gokey_fault
    b .
    .endm

undefined_entry:
    FAULT 1, 4
call_entry:
    FAULT 2, 4
prefetch_entry:
    FAULT 3, 4
data_entry:
    FAULT 4, 8
fast_entry:
    FAULT 5, 4

// void gokey_switch(uint32_t** save, uint32_t* load): leaves the caller's context on its stack and goes on where the
// other one called.
    .section .text.gokey_switch, "ax"
    .global gokey_switch
gokey_switch:
    push {r4-r11, r12, lr}
    vpush {d8-d15}
    str sp, [r0]
    mov sp, r1
    vpop {d8-d15}
    pop {r4-r11, r12, pc}
