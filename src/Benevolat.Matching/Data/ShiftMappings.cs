using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Matching.Data;

/// <summary>A key that this installation made for itself, shared by its replicas.</summary>
public sealed class Secret
{
    public required string Name { get; init; }

    public required byte[] Value { get; init; }
}

internal sealed class SecretMapping : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> secret) => secret.ToTable("secrets").HasKey(row => row.Name);
}

internal sealed class ShiftAllocationMapping : IEntityTypeConfiguration<ShiftAllocation>
{
    public void Configure(EntityTypeBuilder<ShiftAllocation> shift)
    {
        // The last line of defence behind the domain's own rule.
        shift.ToTable("shift_allocations", table => table.HasCheckConstraint("ck_shift_allocations_not_below_zero", "places >= 0 AND taken >= 0"));
        shift.HasKey(row => row.ShiftId);
        shift.Property(row => row.ShiftId).ValueGeneratedNever();
        shift.Property(row => row.Version).IsConcurrencyToken();
        shift.HasIndex(row => new { row.MissionId, row.StartsAt });
    }
}

internal sealed class ParticipationMapping : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.ToTable("participations");
        participation.Property(row => row.Id).ValueGeneratedNever();
        participation.Property(row => row.Version).IsConcurrencyToken();
        participation.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        participation.Property(row => row.MinutesBy).HasConversion<string>().HasMaxLength(20);

        participation.HasIndex(row => new { row.VolunteerId, row.ShiftId })
            .IsUnique().HasDatabaseName("ix_participations_one_per_shift").HasFilter("shift_id IS NOT NULL AND state <> 'Cancelled'");
        participation.HasIndex(row => new { row.ApplicationId, row.On })
            .IsUnique().HasDatabaseName("ix_participations_one_per_day").HasFilter("shift_id IS NULL AND state <> 'Cancelled'");
        participation.HasIndex(row => new { row.VolunteerId, row.On, row.Id });
        participation.HasIndex(row => new { row.MissionId, row.On, row.Id });
        participation.HasIndex(row => row.ApplicationId);
        participation.HasIndex(row => row.ShiftId);
        participation.HasIndex(row => row.RemindAt).HasFilter("remind_at IS NOT NULL");
    }
}

internal sealed class ShiftWaitMapping : IEntityTypeConfiguration<ShiftWait>
{
    public void Configure(EntityTypeBuilder<ShiftWait> wait)
    {
        wait.ToTable("shift_waits");
        wait.Property(row => row.Id).ValueGeneratedNever();
        wait.Property(row => row.Version).IsConcurrencyToken();
        wait.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        wait.HasIndex(row => new { row.ShiftId, row.Number }).IsUnique();
        wait.HasIndex(row => new { row.ShiftId, row.VolunteerId })
            .IsUnique().HasDatabaseName("ix_shift_waits_once_in_line").HasFilter("state IN ('Waiting', 'Offered')");
        wait.HasIndex(row => row.ApplicationId);
        wait.HasIndex(row => row.ExpiresAt).HasFilter("state = 'Offered'");
    }
}

internal sealed class SwapMapping : IEntityTypeConfiguration<Swap>
{
    public void Configure(EntityTypeBuilder<Swap> swap)
    {
        swap.ToTable("swaps");
        swap.Property(row => row.Id).ValueGeneratedNever();
        swap.Property(row => row.Version).IsConcurrencyToken();
        swap.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        swap.HasIndex(row => new { row.MissionId, row.StartsAt }).HasFilter("state = 'Open'");
        swap.HasIndex(row => row.ParticipationId);
    }
}

internal sealed class FeedbackMapping : IEntityTypeConfiguration<FeedbackAnswer>
{
    public void Configure(EntityTypeBuilder<FeedbackAnswer> answer)
    {
        answer.ToTable("feedback");
        answer.HasKey(row => row.ApplicationId);
        answer.Property(row => row.ApplicationId).ValueGeneratedNever();
        answer.Property(row => row.Version).IsConcurrencyToken();
        answer.Property(row => row.AsDescribed).HasConversion<string>().HasMaxLength(20);
        answer.Property(row => row.ComeBack).HasConversion<string>().HasMaxLength(20);
        answer.Property(row => row.Comment).HasMaxLength(FeedbackAnswer.LongestComment);
        answer.HasIndex(row => row.MissionId);
    }
}

/// <summary>What the application's own mapping doesn't say.</summary>
internal sealed class FeedbackDueMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application) =>
        application.HasIndex(row => row.FeedbackDueAt).HasFilter("feedback_due_at IS NOT NULL");
}
