// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// From reset to main(), and where exceptions enter. ARM DDI 0406C (the architecture) B1.8 and B3. The vault runs in
// Supervisor mode on a stack of its own, the loop in User mode. What the loop calls, and interrupts that came while it
// ran, are served in Supervisor mode on the kernel's stack; interrupts of the vault on the vault's. Faults are fatal and
// have a stack too.
    .syntax unified
    .arm

    .equ MODE_FIQ, 0x11
    .equ MODE_IRQ, 0x12
    .equ MODE_SVC, 0x13
    .equ MODE_ABT, 0x17
    .equ MODE_UND, 0x1B
    .equ MODE_SYS, 0x1F
    .equ USER, 0x150                // User mode, ARM, interrupts on; asynchronous aborts and FIQ off

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
    cps #MODE_ABT
    mov sp, r0
    cps #MODE_UND
    mov sp, r0
    cps #MODE_SVC
    ldr sp, =__kernel_stack_top     // the vault's is there when the MMU is on

    ldr r0, =__bss_start
    ldr r1, =__bss_end
    bl clear
    ldr r0, =__kernel_start
    ldr r1, =__kernel_stack         // not what lies on it
    bl clear
    ldr r0, =__mailbox_start
    ldr r1, =__mailbox_end
    bl clear
    bl gokey_start_mmu
    ldr sp, =__stack_top
    bl gokey_paint_stacks
    bl construct
    bl main
    bl abort

// From r0 up to r1, multiples of 32.
clear:
    mov r2, #0
    mov r3, #0
    mov r4, #0
    mov r5, #0
    mov r6, #0
    mov r7, #0
    mov r8, #0
    mov r9, #0
1:  cmp r0, r1
    stmialo r0!, {r2-r9}
    blo 1b
    bx lr

construct:
    push {r4, r5, r6, lr}
    ldr r4, =__init_array_start
    ldr r5, =__init_array_end
1:  cmp r4, r5
    pophs {r4, r5, r6, pc}
    ldr r0, [r4], #4
    blx r0
    b 1b

// Where the loop begins, in Supervisor mode and with its translation table: no register keeps what the vault left there.
    .global gokey_enter_loop
gokey_enter_loop:
    cps #MODE_SYS
    ldr sp, =__stack_top
    mov lr, #0
    cps #MODE_SVC
    mov r0, #0
    mov r1, #0
    mov r2, #0
    mov r3, #0
    mov r12, #0
    vmsr fpscr, r0
    vmov.i32 q0, #0
    vmov.i32 q1, #0
    vmov.i32 q2, #0
    vmov.i32 q3, #0
    vmov.i32 q8, #0
    vmov.i32 q9, #0
    vmov.i32 q10, #0
    vmov.i32 q11, #0
    vmov.i32 q12, #0
    vmov.i32 q13, #0
    vmov.i32 q14, #0
    vmov.i32 q15, #0
    ldr lr, =USER
    msr spsr_fsxc, lr
    adr lr, 1f
    movs pc, lr
1:  bl gokey_paint_stacks
    bl construct
    bl gokey_loop
    bl abort

// From the loop: call.h. It gets all its registers back but r0.
call_entry:
    srsdb sp!, #MODE_SVC
    push {r1-r3, r12}
    vmrs r12, fpscr
    push {r12, lr}
    vpush {d0-d7}
    vpush {d16-d31}
    mov r12, #0
    vmsr fpscr, r12                 // the vault, which goes on from a call, does not calculate in the loop's way
    add r12, sp, #216               // what srsdb pushed
    push {r12, lr}
    bl gokey_call
    add sp, sp, #8
    vpop {d16-d31}
    vpop {d0-d7}
    pop {r12, lr}
    vmsr fpscr, r12
    pop {r1-r3, r12}
    rfeia sp!

// Interrupted was the vault, the loop, or a call of the loop. The frame lies on the stack that Supervisor mode has then,
// so that the vault's may be left there for a while.
interrupt_entry:
    sub lr, lr, #4
    srsdb sp!, #MODE_SVC
    cps #MODE_SVC
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
    stmia sp, {sp, lr}^             // User mode's (the assembler warns of nothing: sp is banked)
    push {r0-r12}
    mrs r1, spsr
    and r0, r1, #0x1F
    cmp r0, #MODE_SVC
    bne 1f
    mrs r0, cpsr
    cps #MODE_SVC
    mov r2, sp
    mov r3, lr
    msr cpsr_c, r0
    add r0, sp, #(13 * 4)
    stm r0, {r2, r3}
1:  push {r1}
    mov r0, #\kind
    mov r1, sp
    bl gokey_fault
    b .
    .endm

undefined_entry:
    FAULT 1, 4
prefetch_entry:
    FAULT 3, 4
data_entry:
    FAULT 4, 8
fast_entry:
    FAULT 5, 4

// void gokey_switch(uint32_t** save, uint32_t* load, uint32_t table): leaves the caller's context on its stack and goes on
// where the other one called, with that translation table.
    .section .text.gokey_switch, "ax"
    .global gokey_switch
gokey_switch:
    push {r4-r11, r12, lr}
    vpush {d8-d15}
    str sp, [r0]
    dsb
    mcr p15, 0, r2, c2, c0, 0       // TTBR0
    isb
    mcr p15, 0, r2, c8, c7, 0       // TLBIALL
    dsb
    isb
    mov sp, r1
    vpop {d8-d15}
    pop {r4-r11, r12, pc}
